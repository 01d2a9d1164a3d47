package dev.parley.scoring.scorecards;

import dev.parley.platform.error.DomainException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The whole answer to one question.
 *
 * @param rating must be there: a number, or null for "not asked" (which leaving it out must not mean)
 * @param evidence left out or blank: none
 */
record RatingEdit(
        @Schema(
                type = "integer",
                nullable = true,
                minimum = "1",
                maximum = "5",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        JsonNode rating,

        @Size(max = 4000) @Nullable String evidence,

        @NotBlank
        @Pattern(
                regexp = "[A-Za-z0-9._-]{1,64}",
                message = "expected 1 to 64 letters, digits, dots, dashes or underscores")
        String client,

        @NotNull @Positive Long counter) {

    /** The rating; null for "not asked". */
    @Nullable
    Integer value() {
        if (rating != null && rating.isNull()) {
            return null;
        }
        if (rating == null || !rating.isInt() || rating.intValue() < 1 || rating.intValue() > 5) {
            throw new DomainException.Invalid("/rating", "expected 1 to 5, or null for not asked");
        }
        return rating.intValue();
    }

    boolean hasEvidence() {
        return evidence != null && !evidence.isBlank();
    }

    String evidenceText() {
        return evidence == null ? "" : evidence;
    }

    Stamp stamp() {
        return new Stamp(client, counter);
    }

    /** Nothing about a person that could be logged by accident. */
    @Override
    public String toString() {
        return "RatingEdit[…]";
    }
}
