package dev.parley.question.packs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.contracts.PackEvent.PackImported;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pack says about itself.
 *
 * @param key lasting name of the pack, {@code id} in the file
 * @param version of this edition
 */
@JsonIgnoreProperties({"format", "questions", "kits"})
record PackHeader(
        @JsonProperty("id") String key,
        String version,
        String name,
        @Nullable String description,
        String language,
        String licence,
        List<String> authors) {

    PackHeader {
        authors = authors == null ? List.of() : List.copyOf(authors);
    }

    /** As much as an event tells of a pack. */
    static PackHeader outline(PackImported event) {
        return new PackHeader("", event.version(), event.name(), null, "", "", List.of());
    }
}
