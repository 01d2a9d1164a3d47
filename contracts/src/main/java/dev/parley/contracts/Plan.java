package dev.parley.contracts;

import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.QuestionId;
import java.util.List;
import java.util.stream.Stream;

/** What a panel asks: one published kit version, pinned word for word. It holds no model answers. */
public record Plan(KitId kitId, int version, String name, int minimumPanel, int minutes, List<Section> sections) {

    public Plan {
        sections = List.copyOf(sections);
    }

    public Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /** A part of the interview, asked in order. */
    public record Section(String name, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One question of the plan.
     *
     * @param weight share in the score, 1 to 100, relative to the other items
     * @param minutes planned time
     * @param anchors observable behaviour for the ratings 1 to 5, in that order
     */
    public record Item(
            ItemId itemId,
            QuestionId questionId,
            int revision,
            String title,
            String prompt,
            List<String> followUps,
            String competency,
            Level level,
            int weight,
            int minutes,
            List<String> anchors) {
        public Item {
            followUps = List.copyOf(followUps);
            anchors = List.copyOf(anchors);
        }
    }
}
