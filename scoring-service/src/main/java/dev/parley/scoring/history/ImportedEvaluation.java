package dev.parley.scoring.history;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.Recommendation;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a past interview brought: each card with its own time, and the decision if there was one. */
record ImportedEvaluation(
        @NotNull SessionId sessionId,
        @NotNull @Size(max = 50) List<@NotNull @Valid ImportedCard> scorecards,
        @Valid @Nullable ImportedDecision decision) {

    /** Nothing about a person that could be logged by accident. */
    @Override
    public String toString() {
        return "ImportedEvaluation[" + sessionId + "]";
    }

    /** One interviewer's card. */
    record ImportedCard(
            @NotNull UserId interviewerId,
            @NotNull Instant submittedAt,
            @NotNull Recommendation recommendation,
            @NotNull @Size(max = 500) List<@NotNull @Valid ImportedRating> ratings) {}

    /** One rating; null for "not asked", as is a question left out. */
    record ImportedRating(
            @NotNull ItemId itemId,
            @Min(1) @Max(5) @Nullable Integer rating,
            @Size(max = 4000) @Nullable String evidence) {}

    /** Who decided what, and why. */
    record ImportedDecision(
            @NotNull DecisionOutcome outcome,
            @NotNull UserId decidedBy,
            @NotNull Instant decidedAt,
            @NotBlank @Size(max = 4000) String rationale) {}
}
