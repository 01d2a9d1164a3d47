package dev.parley.question.packs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.contracts.id.QuestionId;
import dev.parley.question.kits.KitContent;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A kit as a pack writes it: with the keys of questions where a kit has their ids. */
@JsonIgnoreProperties("key")
record KitRow(
        String name,
        @Nullable String description,
        @Nullable String instructions,
        int minimumPanel,
        int minutes,
        List<Section> sections) {

    record Section(String name, List<Item> items) {}

    record Item(
            String question,
            int weight,
            int minutes,
            @Nullable String reason) {}

    KitContent toContent(Function<String, QuestionId> ids) {
        List<KitContent.Section> parts = sections.stream()
                .map(section -> new KitContent.Section(
                        section.name(),
                        section.items().stream()
                                .map(item -> new KitContent.Item(
                                        ids.apply(item.question()), item.weight(), item.minutes(), item.reason()))
                                .toList()))
                .toList();
        return new KitContent(name, description, instructions, minimumPanel, minutes, parts);
    }
}
