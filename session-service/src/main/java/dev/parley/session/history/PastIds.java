package dev.parley.session.history;

import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.platform.aggregate.DerivedIds;

/** Ids that follow from a row: the same row, another day or after a crash, means the same aggregates. */
record PastIds(CandidateId candidate, PositionId position, ApplicationId application, SessionId session) {

    static PastIds of(DerivedIds ids, OrganizationId organization, PastInterview row) {
        String scope = organization + "/history/";
        String candidate = ids.of(scope + "candidate/" + row.candidate().key());
        String position = ids.of(scope + "position/" + row.position().externalId());
        return new PastIds(
                new CandidateId(candidate),
                new PositionId(position),
                new ApplicationId(ids.of(scope + "application/" + candidate + "/" + position)),
                new SessionId(ids.of(scope + "session/" + row.externalId())));
    }

    PastIds with(ApplicationId other) {
        return new PastIds(candidate, position, other, session);
    }
}
