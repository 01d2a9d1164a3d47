package dev.parley.question.kits;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.Plan;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A published version of a kit; it never changes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KitVersion(
        int number,
        Instant publishedAt,
        @Nullable String description,
        @Nullable String instructions,
        Plan plan) {

    static KitVersion of(KitContent content, Plan plan, Instant at) {
        return new KitVersion(plan.version(), at, content.description(), content.instructions(), plan);
    }

    /** Whether publishing this would say the same again, but for the number. */
    boolean says(KitContent content, Plan next) {
        Plan renumbered =
                new Plan(next.kitId(), number, next.name(), next.minimumPanel(), next.minutes(), next.sections());
        return renumbered.equals(plan)
                && Objects.equals(content.description(), description)
                && Objects.equals(content.instructions(), instructions);
    }
}
