package dev.parley.scoring.scorecards;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.Plan;
import dev.parley.contracts.Recommendation;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.scoring.evaluations.Evaluation;
import dev.parley.scoring.evaluations.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One's own card, with the questions it is about.
 *
 * @param version 0 before the first edit
 * @param ratings of the questions answered so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScorecardView(
        SessionId id,
        long version,
        UserId interviewerId,
        State state,
        List<RatingView> ratings,
        @Nullable Recommendation recommendation,
        @Nullable Instant submittedAt,
        List<Plan.Item> items) {

    /** Whether it can still be changed. */
    enum State {
        DRAFT,
        SUBMITTED
    }

    /**
     * One answer.
     *
     * @param rating null for "not asked"
     */
    record RatingView(
            ItemId itemId,
            @Nullable Integer rating,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String evidence) {}

    static ScorecardView of(
            Aggregate<Evaluation> evaluation, Scorecard card, long version, Map<ItemId, String> evidence) {
        Instant submittedAt = evaluation
                .state()
                .submissionOf(card.interviewerId())
                .map(Submission::submittedAt)
                .orElse(null);
        return new ScorecardView(
                card.sessionId(),
                version,
                card.interviewerId(),
                submittedAt == null ? State.DRAFT : State.SUBMITTED,
                card.ratings().stream()
                        .map(rating -> new RatingView(rating.itemId(), rating.rating(), evidence.get(rating.itemId())))
                        .toList(),
                card.recommendation(),
                submittedAt,
                evaluation.state().pinned().plan().items().toList());
    }
}
