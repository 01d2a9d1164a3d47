package dev.parley.question.kits;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.Plan;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.platform.error.FieldError;
import dev.parley.question.catalog.QuestionRevision;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an interview is made of. A draft names questions only; publishing pins their latest revisions.
 *
 * @param instructions CommonMark for the panel
 * @param minutes length of the whole interview; the items together fit into it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KitContent(
        @NotBlank @Size(max = 160) String name,
        @Size(max = 2000) @Nullable String description,
        @Size(max = 10_000) @Nullable String instructions,
        @Min(1) @Max(20) int minimumPanel,
        @Min(5) @Max(480) int minutes,
        @NotEmpty @Size(max = 30) List<@Valid Section> sections) {

    public KitContent {
        sections = copy(sections);
    }

    /** A part of the interview, asked in order. */
    @Schema(name = "KitSection")
    public record Section(
            @NotBlank @Size(max = 160) String name,
            @NotEmpty @Size(max = 50) List<@Valid Item> items) {
        public Section {
            items = copy(items);
        }
    }

    /**
     * A question in its place.
     *
     * @param weight share in the score, relative to the other items
     * @param reason why this weight
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "KitItem")
    public record Item(
            @NotNull QuestionId questionId,
            @Min(1) @Max(100) int weight,
            @Min(1) @Max(60) int minutes,
            @Size(max = 1000) @Nullable String reason) {}

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    @JsonIgnore
    public List<QuestionId> questionIds() {
        return items().map(Item::questionId).toList();
    }

    private Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /** As much as an event tells of a kit. */
    static KitContent outline(Plan plan) {
        List<Section> sections = plan.sections().stream()
                .map(section -> new Section(
                        section.name(),
                        section.items().stream()
                                .map(item -> new Item(item.questionId(), item.weight(), item.minutes(), null))
                                .toList()))
                .toList();
        return new KitContent(plan.name(), null, null, plan.minimumPanel(), plan.minutes(), sections);
    }

    /** What no kit may look like, published or not. */
    public List<FieldError> faults() {
        return KitFaults.of(this);
    }

    /** The plan a panel follows; every question must be among the revisions. */
    Plan plan(KitId kitId, int version, Map<QuestionId, QuestionRevision> revisions) {
        List<Plan.Section> planned = sections.stream()
                .map(section -> new Plan.Section(
                        section.name(),
                        section.items().stream()
                                .map(item -> pin(kitId, item, revisions))
                                .toList()))
                .toList();
        return new Plan(kitId, version, name, minimumPanel, minutes, planned);
    }

    private static Plan.Item pin(KitId kitId, Item item, Map<QuestionId, QuestionRevision> revisions) {
        QuestionRevision revision = revisions.get(item.questionId());
        if (revision == null) {
            throw new IllegalArgumentException("question " + item.questionId() + " has no published revision");
        }
        var text = revision.content();
        return new Plan.Item(
                itemId(kitId, item.questionId()),
                item.questionId(),
                revision.revision(),
                text.title(),
                text.prompt(),
                text.followUps(),
                text.competency(),
                text.level(),
                item.weight(),
                item.minutes(),
                text.anchors().anchors());
    }

    /** A question stands once in a kit, so its place keeps its id over all versions, wherever it moves. */
    static ItemId itemId(KitId kitId, QuestionId questionId) {
        String name = "item/" + kitId + "/" + questionId;
        return new ItemId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString());
    }
}
