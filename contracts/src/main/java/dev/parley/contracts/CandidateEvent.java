package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.id.CandidateId;
import java.time.Instant;

/** What happens to a candidate; who it is never leaves session-service. */
@About(AggregateKind.CANDIDATE)
public sealed interface CandidateEvent extends DomainEvent {

    @Describe("the candidate; name and address are read through the API")
    CandidateId candidateId();

    @EventType("candidate.registered.v1")
    @Describe(
            value = "A candidate became known to the organization.",
            why = "To link the candidate with a record of yours by id, without a name on the topic.")
    record CandidateRegistered(CandidateId candidateId, Instant occurredAt) implements CandidateEvent {}

    @EventType("candidate.updated.v1")
    @Describe(
            value = "Personal fields of the candidate changed.",
            why = "Tells that a copy you keep is old; the fields themselves are read through the API.")
    record CandidateUpdated(CandidateId candidateId, Instant occurredAt) implements CandidateEvent {}
}
