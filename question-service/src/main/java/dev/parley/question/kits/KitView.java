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
}
