package dev.parley.question.kits;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.question.kits.Kit.Status;
import org.jspecify.annotations.Nullable;

/**
 * A kit as one line of a list.
 *
 * @param publishedVersion 0 before the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KitSummary(
        String id,
        long version,
        Status state,
        int publishedVersion,
        String name,
        @Nullable String description,
        int minutes,
        int minimumPanel,
        int questions) {

    static KitSummary of(Aggregate<Kit> found) {
        Kit kit = found.state();
        KitContent content = kit.draft();
        return new KitSummary(
                found.id(),
                found.version(),
                kit.status(),
                kit.number(),
                content.name(),
                content.description(),
                content.minutes(),
                content.minimumPanel(),
                content.questionIds().size());
    }
}
