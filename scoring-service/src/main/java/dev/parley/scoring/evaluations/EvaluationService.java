package dev.parley.scoring.evaluations;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.SessionId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.error.DomainException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Reads evaluations and carries out commands on them, waiting a bounded time for events that are on their way. */
@Service
public class EvaluationService {

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final AggregateStore<Evaluation> store;
    private final Duration patience;

    EvaluationService(AggregateStore<Evaluation> store, EvaluationProperties properties) {
        this.store = store;
        this.patience = properties.patience();
    }

    /**
     * The evaluation of a session.
     *
     * @throws DomainException.NotFound when none has turned up in time
     */
    public Aggregate<Evaluation> get(OrganizationId organization, SessionId session) {
        return await(organization, session, _ -> true)
                .orElseThrow(() -> new DomainException.NotFound("evaluation", session.value()));
    }

    /** As it is now. */
    public Optional<Aggregate<Evaluation>> find(OrganizationId organization, SessionId session) {
        return store.find(organization, session.value());
    }

    /**
     * The evaluation for a command that needs a condition to hold, or as it is when time is up.
     *
     * @throws DomainException.NotYet when the session is not known by then
     */
    public Aggregate<Evaluation> getWhen(
            OrganizationId organization, SessionId session, Predicate<Evaluation> condition) {
        return await(organization, session, condition)
                .orElseThrow(
                        () -> new DomainException.NotYet("This session is not known here yet.", Duration.ofSeconds(1)));
    }

    public Receipt handle(CommandContext context, SessionId session, EvaluationCommand command) {
        return store.handle(context, session.value(), state -> state.decide(command));
    }

    /** Carries out a command of a job, which has no idempotency key. */
    public void carryOut(Origin origin, SessionId session, EvaluationCommand command) {
        store.carryOut(origin, session.value(), state -> {
            if (state == null) {
                throw new DomainException.NotFound("evaluation", session.value());
            }
            return state.decide(command);
        });
    }

    private Optional<Aggregate<Evaluation>> await(
            OrganizationId organization, SessionId session, Predicate<Evaluation> condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE;
        var found = find(organization, session);
        while (!found.map(Aggregate::state).filter(condition).isPresent() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE);
            found = find(organization, session);
        }
        return found;
    }
}
