package dev.parley.scoring.evaluations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.Recommendation;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as its readers see it. Before the reveal, whoever reads: who has submitted, and nothing of what.
 *
 * @param scoreMilli sum of weight × rating over the sum of the weights of what was rated, in thousandths of a point
 * @param ratingsCount how many ratings the score rests on
 * @param disagreements items the panel rated differently, widest spread first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvaluationView(
        String id,
        long version,
        Phase state,
        List<MemberView> panel,
        boolean revealed,
        @Nullable Integer scoreMilli,
        @Nullable Integer ratingsCount,
        @Nullable List<CardView> cards,
        List<ItemView> items,
        @Nullable List<ItemId> disagreements,
        @Nullable List<DecisionView> decisions) {

    /** A member of the panel. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            UserId interviewerId,
            boolean submitted,
            @Nullable Instant submittedAt,
            boolean excused) {}

    /** A revealed card. */
    record CardView(
            UserId interviewerId, Recommendation recommendation, Instant submittedAt, List<RatingView> ratings) {}

    /**
     * A revealed rating.
     *
     * @param rating null for "not asked"
     */
    record RatingView(
            ItemId itemId,
            QuestionId questionId,
            @Nullable Integer rating,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String evidence) {}

    /**
     * A question of the plan.
     *
     * @param spread highest minus lowest rating; absent before the reveal and below two ratings
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            ItemId itemId,
            String title,
            int weight,
            String competency,
            List<String> anchors,
            @Nullable Integer spread) {}

    /** A decision. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionView(
            int number,
            DecisionOutcome outcome,
            UserId decidedBy,
            Instant decidedAt,
            @Nullable String rationale) {}
}
