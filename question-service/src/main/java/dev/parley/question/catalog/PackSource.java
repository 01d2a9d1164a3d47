package dev.parley.question.catalog;

import dev.parley.contracts.id.PackId;
import org.jspecify.annotations.Nullable;

/** The pack something came from, as readers see it. */
public record PackSource(PackId packId, String key, String version, boolean edited) {

    public static @Nullable PackSource of(@Nullable Provenance from) {
        return from == null ? null : new PackSource(from.packId(), from.key(), from.version(), from.edited());
    }
}
