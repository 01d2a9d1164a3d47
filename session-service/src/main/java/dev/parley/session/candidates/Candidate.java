package dev.parley.session.candidates;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.CandidateEvent.CandidateRegistered;
import dev.parley.contracts.CandidateEvent.CandidateUpdated;
import dev.parley.contracts.DomainEvent;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.ListOrder;
import dev.parley.platform.error.DomainException;
import org.jspecify.annotations.Nullable;

/** A person who may be interviewed. The state holds ciphertext and keyed hashes only. */
public record Candidate(SealedFields fields) {

    public static final AggregateType<Candidate> TYPE = AggregateType.publishing(
            AggregateKind.CANDIDATE,
            "candidates",
            Candidate.class,
            Candidate::evolve,
            ListOrder.byCreation().index("state.fields.emailHash"));

    /** Decides a command; the state is null for a candidate not yet known. */
    public static Change<Candidate> decide(@Nullable Candidate state, CandidateCommand command) {
        return switch (command) {
            case CandidateCommand.Register register -> {
                if (state != null) {
                    throw new DomainException.Conflict("This candidate is registered already.");
                }
                yield Change.<Candidate>of(new CandidateRegistered(register.candidateId(), register.at()))
                        .and(_ -> new Candidate(register.fields()));
            }
            case CandidateCommand.Update update -> {
                if (state == null) {
                    throw new DomainException.NotFound(
                            "candidate", update.candidateId().value());
                }
                yield Change.<Candidate>of(new CandidateUpdated(update.candidateId(), update.at()))
                        .and(_ -> new Candidate(update.fields()));
            }
        };
    }

    static Candidate evolve(@Nullable Candidate state, DomainEvent event) {
        return switch (event) {
            case CandidateRegistered _ -> new Candidate(SealedFields.NONE);
            case CandidateUpdated _ when state != null -> state;
            default -> throw new IllegalStateException("no event of a candidate: " + event.getClass());
        };
    }
}
