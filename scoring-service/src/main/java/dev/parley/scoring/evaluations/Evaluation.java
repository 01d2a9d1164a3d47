package dev.parley.scoring.evaluations;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.EvaluationEvent;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.EvaluationEvent.EvaluationFrozen;
import dev.parley.contracts.EvaluationEvent.EvaluationOpened;
import dev.parley.contracts.EvaluationEvent.EvaluationRevealed;
import dev.parley.contracts.EvaluationEvent.PanelMemberExcused;
import dev.parley.contracts.EvaluationEvent.ScorecardSubmitted;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.scoring.seals.SealedCard;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one session; its id is the session's.
 *
 * @param interview null only between the opening event and the private change that goes with it
 * @param submissions who is in, for everyone
 * @param cards what they say, for nobody but their authors before the reveal
 * @param scoreMilli raw weighted score; null before the reveal and when nothing is rated
 */
public record Evaluation(
        SessionId sessionId,
        Phase phase,
        @Nullable Interview interview,
        Panel panel,
        List<Submission> submissions,
        List<SealedCard> cards,
        @Nullable Integer scoreMilli,
        List<Decision> decisions) {

    static final AggregateType<Evaluation> TYPE =
            AggregateType.publishing(AggregateKind.EVALUATION, "evaluations", Evaluation.class, Evaluation::evolve);

    public Evaluation {
        submissions = List.copyOf(submissions);
        cards = List.copyOf(cards);
        decisions = List.copyOf(decisions);
    }

    public Change<Evaluation> decide(EvaluationCommand command) {
        return EvaluationRules.decide(this, command);
    }

    static Evaluation evolve(@Nullable Evaluation state, DomainEvent event) {
        if (event instanceof EvaluationOpened opened) {
            return new Evaluation(
                    opened.sessionId(), Phase.SCHEDULED, null, Panel.NOBODY, List.of(), List.of(), null, List.of());
        }
        return Objects.requireNonNull(state, "an evaluation begins with its opening")
                .after((EvaluationEvent) event);
    }

    private Evaluation after(EvaluationEvent event) {
        return switch (event) {
            case EvaluationOpened _ -> this;
            case ScorecardSubmitted submitted -> with(panel, join(submissions, Submission.of(submitted)), decisions);
            case PanelMemberExcused excused ->
                with(panel.excused(excused.interviewerId(), excused.occurredAt()), submissions, decisions);
            case EvaluationFrozen frozen ->
                with(panel.frozen(frozen.panel(), frozen.occurredAt()), submissions, decisions)
                        .in(Phase.FROZEN);
            case EvaluationRevealed revealed -> in(Phase.REVEALED, revealed.scoreMilli());
            case DecisionRecorded decided ->
                with(panel, submissions, join(decisions, Decision.of(decided))).in(Phase.DECIDED);
        };
    }

    /** What was pinned at scheduling. */
    public Interview pinned() {
        return Objects.requireNonNull(interview, "an opened evaluation knows its interview");
    }

    /** Refuses when this interviewer cannot rate any more, or not yet. */
    public void mustTakeCardOf(UserId interviewer) {
        EvaluationRules.mustTakeCardOf(this, interviewer);
    }

    public boolean hasMember(UserId user) {
        return panel.find(user).isPresent();
    }

    public Optional<Submission> submissionOf(UserId user) {
        return submissions.stream()
                .filter(submission -> submission.interviewerId().equals(user))
                .findFirst();
    }

    public Optional<SealedCard> cardOf(UserId user) {
        return cards.stream().filter(card -> card.interviewerId().equals(user)).findFirst();
    }

    public boolean hasStarted() {
        return phase != Phase.SCHEDULED;
    }

    /** Whether the interview has come to its end, one way or the other. */
    public boolean isOver() {
        return phase != Phase.SCHEDULED && phase != Phase.OPEN;
    }

    public boolean isRevealed() {
        return phase.isRevealed();
    }

    /** Whether the import has been here, or has nothing left to do. */
    public boolean hasHistory() {
        return pinned().imported() && (!submissions.isEmpty() || isRevealed());
    }

    boolean awaitsHistory() {
        return pinned().imported() && !hasHistory();
    }

    /** Whether the reveal is due: the panel is final and everyone who owes a card has handed it in. */
    boolean isComplete() {
        return phase == Phase.FROZEN
                && panel.owing().stream().allMatch(user -> submissionOf(user).isPresent());
    }

    /** The cards of the final panel, in its order; one of somebody who left the panel before does not count. */
    List<SealedCard> panelCards() {
        return panel.members().stream()
                .flatMap(member -> cardOf(member.userId()).stream())
                .toList();
    }

    Evaluation of(Interview planned, Panel members) {
        return new Evaluation(sessionId, phase, planned, members, submissions, cards, scoreMilli, decisions);
    }

    Evaluation in(Phase next) {
        return in(next, scoreMilli);
    }

    Evaluation withCard(SealedCard card) {
        return new Evaluation(
                sessionId, phase, interview, panel, submissions, join(cards, card), scoreMilli, decisions);
    }

    Evaluation withReason(UserId excused, String reason) {
        return with(panel.withReason(excused, reason), submissions, decisions);
    }

    Evaluation withRationale(int number, String rationale) {
        return with(
                panel,
                submissions,
                decisions.stream()
                        .map(decision -> decision.number() == number ? decision.because(rationale) : decision)
                        .toList());
    }

    private Evaluation in(Phase next, @Nullable Integer score) {
        return new Evaluation(sessionId, next, interview, panel, submissions, cards, score, decisions);
    }

    private Evaluation with(Panel members, List<Submission> submitted, List<Decision> decided) {
        return new Evaluation(sessionId, phase, interview, members, submitted, cards, scoreMilli, decided);
    }

    private static <T> List<T> join(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
