package dev.parley.scoring.evaluations;

import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EvaluationEvent.EvaluationFrozen;
import dev.parley.contracts.EvaluationEvent.EvaluationOpened;
import dev.parley.contracts.SessionEvent.SessionCancelled;
import dev.parley.contracts.SessionEvent.SessionCompleted;
import dev.parley.contracts.SessionEvent.SessionNoShow;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.SessionEvent.SessionStarted;
import dev.parley.contracts.UnknownEvent;
import dev.parley.platform.aggregate.Change;
import org.jspecify.annotations.Nullable;

/** What an evaluation does when something happened to its session; pure, and never a refusal. */
final class InterviewRules {

    private InterviewRules() {}

    static Change<Evaluation> react(@Nullable Evaluation state, Envelope envelope) {
        if (state == null) {
            return opened(envelope.event(), envelope.metadata().imported());
        }
        boolean open = state.phase() == Phase.SCHEDULED || state.phase() == Phase.OPEN;
        return switch (envelope.event()) {
            case SessionStarted _
            when state.phase() == Phase.SCHEDULED -> Change.privately(before -> before.in(Phase.OPEN));
            case SessionCompleted completed
            when open ->
                Steps.from(state)
                        .then(_ -> Change.of(
                                new EvaluationFrozen(completed.sessionId(), completed.panel(), completed.occurredAt())))
                        .thenReveal()
                        .toChange();
            case SessionCancelled _ when open -> Change.privately(before -> before.in(Phase.CLOSED));
            case SessionNoShow _ when open -> Change.privately(before -> before.in(Phase.CLOSED));
            default -> Change.of();
        };
    }

    private static Change<Evaluation> opened(DomainEvent first, boolean imported) {
        return switch (first) {
            case SessionScheduled scheduled ->
                Change.<Evaluation>of(new EvaluationOpened(scheduled.sessionId(), scheduled.occurredAt()))
                        .and(state -> state.of(Interview.of(scheduled, imported), Panel.planned(scheduled.panel())));
            case UnknownEvent _ -> Change.of();
            default -> throw new IllegalStateException("this session was never scheduled, as far as is known here");
        };
    }
}
