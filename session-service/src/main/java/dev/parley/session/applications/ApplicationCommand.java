package dev.parley.session.applications;

import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of an application. */
public sealed interface ApplicationCommand {

    ApplicationId applicationId();

    record Open(
            ApplicationId applicationId, CandidateId candidateId, PositionId positionId, String timeZone, Instant at)
            implements ApplicationCommand {}

    record Move(
            ApplicationId applicationId, Stage to, @Nullable String sealedReason, Instant at)
            implements ApplicationCommand {}

    record Close(
            ApplicationId applicationId,
            ApplicationOutcome outcome,
            @Nullable String sealedReason,
            Instant at) implements ApplicationCommand {}
}
