package dev.parley.contracts;

import dev.parley.contracts.id.CandidateId;
import java.time.Instant;

/** What happens to a candidate; who it is never leaves session-service. */
public sealed interface CandidateEvent extends DomainEvent {

    CandidateId candidateId();

    /** A candidate became known. */
    @EventType("candidate.registered.v1")
    record CandidateRegistered(CandidateId candidateId, Instant occurredAt) implements CandidateEvent {}

    /** Personal fields of the candidate changed; the fields themselves are read through the API. */
    @EventType("candidate.updated.v1")
    record CandidateUpdated(CandidateId candidateId, Instant occurredAt) implements CandidateEvent {}
}
