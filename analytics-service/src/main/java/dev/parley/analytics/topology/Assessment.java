package dev.parley.analytics.topology;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.EvaluationEvent;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.EvaluationEvent.EvaluationFrozen;
import dev.parley.contracts.EvaluationEvent.EvaluationOpened;
import dev.parley.contracts.EvaluationEvent.EvaluationRevealed;
import dev.parley.contracts.EvaluationEvent.PanelMemberExcused;
import dev.parley.contracts.EvaluationEvent.RevealedCard;
import dev.parley.contracts.EvaluationEvent.ScorecardSubmitted;
import dev.parley.contracts.MalformedEventException;
import dev.parley.contracts.id.QuestionId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the events of {@code evaluation/<id>} say; nothing of a rating before the reveal. */
record Assessment(
        @Nullable Integer scoreMilli,
        List<Rating> ratings,
        @Nullable Instant firstDecidedAt,
        @Nullable Decision decision) {

    static final Assessment NONE = new Assessment(null, List.of(), null, null);

    /** One rating that was given. */
    record Rating(QuestionId question, UserId interviewer, int rating) {
        Rating {
            Objects.requireNonNull(question);
            Objects.requireNonNull(interviewer);
            if (rating < 1 || rating > 5) {
                throw new MalformedEventException("a rating is 1 to 5");
            }
        }
    }

    /** The decision in force. */
    record Decision(DecisionOutcome outcome, Instant decidedAt) {
        Decision {
            Objects.requireNonNull(outcome);
            Objects.requireNonNull(decidedAt);
        }
    }

    Assessment {
        ratings = List.copyOf(ratings);
        if (scoreMilli != null && !ScoreBuckets.covers(scoreMilli)) {
            throw new MalformedEventException("a score is 1000 to 5000 thousandths");
        }
    }

    static Assessment evolve(@Nullable Assessment before, EvaluationEvent event) {
        return (before == null ? NONE : before).next(event);
    }

    private Assessment next(EvaluationEvent event) {
        return switch (event) {
            case EvaluationRevealed e -> new Assessment(e.scoreMilli(), ratings(e), firstDecidedAt, decision);
            case DecisionRecorded e ->
                new Assessment(
                        scoreMilli,
                        ratings,
                        firstDecidedAt == null ? e.occurredAt() : firstDecidedAt,
                        new Decision(e.outcome(), e.occurredAt()));
            case EvaluationOpened _, ScorecardSubmitted _, EvaluationFrozen _, PanelMemberExcused _ -> this;
        };
    }

    private static List<Rating> ratings(EvaluationRevealed revealed) {
        return revealed.cards().stream().flatMap(Assessment::ratings).toList();
    }

    private static Stream<Rating> ratings(RevealedCard card) {
        return card.ratings().stream()
                .flatMap(item -> item.value().stream()
                        .mapToObj(value -> new Rating(item.questionId(), card.interviewerId(), value)));
    }
}
