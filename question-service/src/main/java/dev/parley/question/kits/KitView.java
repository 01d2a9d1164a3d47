package dev.parley.question.kits;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.question.catalog.PackSource;
import dev.parley.question.kits.Kit.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kit as its readers see it: what is being worked on and what is published. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KitView(
        String id,
        long version,
        Status state,
        Instant createdAt,
        KitContent draft,
        @Nullable KitVersion published,
        @Nullable PackSource pack) {

    static KitView of(Aggregate<Kit> found) {
        Kit kit = found.state();
        return new KitView(
                found.id(),
                found.version(),
                kit.status(),
                found.createdAt(),
                kit.draft(),
                kit.published(),
                PackSource.of(kit.provenance()));
    }

    /**
     * One line of a list.
     *
     * @param publishedVersion 0 before the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            String id,
            long version,
            Status state,
            int publishedVersion,
            String name,
            @Nullable String description,
            int minutes,
            int minimumPanel,
            int questions) {

        static Summary of(Aggregate<Kit> found) {
            Kit kit = found.state();
            KitContent content = kit.draft();
            return new Summary(
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
}
