package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.describe.Range;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.QuestionId;
import java.util.List;
import java.util.stream.Stream;

/** What a panel asks: one published kit version, pinned word for word. It holds no model answers. */
@Describe("what the panel asks: one published version of a kit, word for word, without model answers")
public record Plan(
        @Describe("the kit") KitId kitId,
        @Describe("which version of it") @Range(min = 1) int version,
        @Describe("the kit's name") String name,

        @Describe("fewest interviewers who rate") @Range(min = 1, max = 20)
        int minimumPanel,

        @Describe("length of the whole interview in minutes") @Range(min = 5, max = 480)
        int minutes,

        @Describe("its parts, in order") List<Section> sections) {

    public Plan {
        sections = List.copyOf(sections);
    }

    public Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    @Describe("a part of the interview")
    public record Section(
            @Describe("its heading") String name,
            @Describe("its questions, in order") List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    @Describe("one question of the plan")
    public record Item(
            @Describe("the item; ratings refer to it") ItemId itemId,
            @Describe("the question it asks") QuestionId questionId,

            @Describe("which revision of the question") @Range(min = 1)
            int revision,

            @Describe("a short name for lists") String title,
            @Describe("what the interviewer says aloud") String prompt,
            @Describe("questions that go deeper") List<String> followUps,

            @Describe("what an answer shows of the candidate, as a slug")
            String competency,

            Level level,

            @Describe("share in the score, relative to the other items") @Range(min = 1, max = 100)
            int weight,

            @Describe("planned time in minutes") @Range(min = 1, max = 60)
            int minutes,

            @Describe("observable behaviour for the ratings 1 to 5, in that order")
            List<String> anchors) {
        public Item {
            followUps = List.copyOf(followUps);
            anchors = List.copyOf(anchors);
        }
    }
}
