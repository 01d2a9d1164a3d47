package dev.parley.scoring.scorecards;

import dev.parley.contracts.Recommendation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/** The overall advice. */
record RecommendationEdit(
        @NotNull Recommendation recommendation,

        @NotBlank
        @Pattern(
                regexp = "[A-Za-z0-9._-]{1,64}",
                message = "expected 1 to 64 letters, digits, dots, dashes or underscores")
        String client,

        @NotNull @Positive Long counter) {

    Stamp stamp() {
        return new Stamp(client, counter);
    }
}
