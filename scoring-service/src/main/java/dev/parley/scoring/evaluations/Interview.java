package dev.parley.scoring.evaluations;

import dev.parley.contracts.Plan;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.PositionId;

/**
 * What was pinned when the interview was planned.
 *
 * @param imported whether it is history, so that its cards come from the import
 */
public record Interview(
        ApplicationId applicationId, CandidateId candidateId, PositionId positionId, Plan plan, boolean imported) {

    static Interview of(SessionScheduled event, boolean imported) {
        return new Interview(event.applicationId(), event.candidateId(), event.positionId(), event.plan(), imported);
    }

    public boolean asks(ItemId item) {
        return plan.items().anyMatch(planned -> planned.itemId().equals(item));
    }
}
