package dev.parley.scoring.evaluations;

import dev.parley.contracts.EvaluationEvent.Commitment;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.EvaluationEvent.PanelMemberExcused;
import dev.parley.contracts.EvaluationEvent.ScorecardSubmitted;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import dev.parley.scoring.evaluations.EvaluationCommand.ExcuseMember;
import dev.parley.scoring.evaluations.EvaluationCommand.ImportHistory;
import dev.parley.scoring.evaluations.EvaluationCommand.RecordDecision;
import dev.parley.scoring.evaluations.EvaluationCommand.SubmitScorecard;
import dev.parley.scoring.seals.SealedCard;
import java.time.Duration;

/** What an evaluation does when it is asked, or why it does not; pure. */
final class EvaluationRules {

    private static final Duration SOON = Duration.ofSeconds(1);

    private EvaluationRules() {}

    static Change<Evaluation> decide(Evaluation state, EvaluationCommand command) {
        return switch (command) {
            case SubmitScorecard(SealedCard card) -> {
                mustTakeCardOf(state, card.interviewerId());
                yield Steps.from(state)
                        .then(_ -> submitted(state, card))
                        .thenReveal()
                        .toChange();
            }
            case ExcuseMember excuse ->
                Steps.from(state).then(_ -> excused(state, excuse)).thenReveal().toChange();
            case RecordDecision decision -> decided(state, decision);
            case ImportHistory history -> imported(state, history);
        };
    }

    /**
     * Whether this interviewer's card is still open.
     *
     * @throws DomainException.Conflict when it is not
     */
    static void mustTakeCardOf(Evaluation state, UserId interviewer) {
        if (state.phase() == Phase.SCHEDULED) {
            throw new DomainException.NotYet("The interview has not started, as far as is known here.", SOON);
        }
        if (state.submissionOf(interviewer).isPresent()) {
            throw new DomainException.Conflict("This scorecard is submitted and sealed.");
        }
        if (!state.phase().takesCards()) {
            throw new DomainException.Conflict(
                    state.phase() == Phase.CLOSED
                            ? "The interview did not take place; there is nothing to rate."
                            : "The scorecards are revealed; none can be added any more.");
        }
        Panel.Member member = state.panel()
                .find(interviewer)
                .orElseThrow(() -> new DomainException.Forbidden("Only members of the panel have a scorecard."));
        if (member.isExcused()) {
            throw new DomainException.Conflict("This member of the panel is excused and owes no scorecard.");
        }
        mustNotAwaitHistory(state);
    }

    private static void mustNotAwaitHistory(Evaluation state) {
        if (state.awaitsHistory()) {
            throw new DomainException.NotYet("The scorecards of this interview are being imported.", SOON);
        }
    }

    private static Change<Evaluation> submitted(Evaluation state, SealedCard card) {
        var event = new ScorecardSubmitted(
                state.sessionId(),
                card.interviewerId(),
                Commitment.sha256(card.seal().digest()),
                card.content().submittedAt());
        return Change.<Evaluation>of(event).and(next -> next.withCard(card));
    }

    private static Change<Evaluation> excused(Evaluation state, ExcuseMember command) {
        if (!state.phase().takesCards()) {
            throw new DomainException.Conflict(
                    "A member can be excused between the start of the interview and the reveal; the evaluation is "
                            + state.phase() + ".");
        }
        mustNotAwaitHistory(state);
        Panel.Member member = state.panel()
                .find(command.interviewerId())
                .orElseThrow(() -> new DomainException.Invalid("/interviewerId", "expected a member of the panel"));
        if (member.isExcused()) {
            throw new DomainException.Conflict("This member of the panel is excused already.");
        }
        if (state.submissionOf(command.interviewerId()).isPresent()) {
            throw new DomainException.Conflict("This member of the panel has submitted already.");
        }
        mustLeaveEnough(state);
        var event = new PanelMemberExcused(state.sessionId(), command.interviewerId(), command.at());
        return Change.<Evaluation>of(event).and(next -> next.withReason(command.interviewerId(), command.reason()));
    }

    private static void mustLeaveEnough(Evaluation state) {
        int minimum = Math.max(1, state.pinned().plan().minimumPanel());
        if (state.panel().owing().size() - 1 < minimum) {
            throw new DomainException.Conflict(
                    "The kit demands a panel of at least " + minimum + "; nobody more can be excused from this one.");
        }
    }

    private static Change<Evaluation> decided(Evaluation state, RecordDecision command) {
        if (!state.isRevealed()) {
            throw new DomainException.Conflict(
                    "A decision follows the reveal of all scorecards; the evaluation is " + state.phase() + ".");
        }
        int number = state.decisions().size() + 1;
        var event =
                new DecisionRecorded(state.sessionId(), number, command.outcome(), command.decidedBy(), command.at());
        return Change.<Evaluation>of(event).and(next -> next.withRationale(number, command.rationale()));
    }

    /** All or nothing, so that a job that died in between finds nothing half done. */
    private static Change<Evaluation> imported(Evaluation state, ImportHistory history) {
        if (!state.pinned().imported()) {
            throw new DomainException.Conflict("This interview took place in Parley; nothing can be imported for it.");
        }
        if (state.hasHistory()) {
            return Change.of();
        }
        mustBeOver(state);
        Steps steps = Steps.from(state);
        for (SealedCard card : history.cards()) {
            steps = steps.then(next -> submitted(next, card));
        }
        steps = steps.thenReveal();
        RecordDecision decision = history.decision();
        if (decision == null) {
            return steps.toChange();
        }
        if (!steps.reached().isRevealed()) {
            throw new DomainException.Invalid("/decision", "expected scorecards of the whole panel with a decision");
        }
        return steps.then(next -> decided(next, decision)).toChange();
    }

    private static void mustBeOver(Evaluation state) {
        if (state.phase() == Phase.CLOSED) {
            throw new DomainException.Conflict("The interview did not take place; there is nothing to import.");
        }
        if (state.phase() != Phase.FROZEN) {
            throw new DomainException.NotYet(
                    "The end of the interview is not known here yet; the evaluation is " + state.phase() + ".", SOON);
        }
    }
}
