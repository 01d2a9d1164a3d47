package dev.parley.question.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.Level;
import dev.parley.contracts.QuestionEvent.QuestionPublished;
import dev.parley.platform.error.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Everything a question says. The same limits hold here and in the pack format.
 *
 * @param prompt as the interviewer says it aloud
 * @param covers what a good answer covers
 * @param answer a model answer in CommonMark; never part of an event
 * @param language BCP 47 tag of all texts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionContent(
        @NotBlank @Size(max = 160) String title,
        @NotBlank @Size(min = 10, max = 2000) String prompt,

        @NotNull @Pattern(regexp = SLUG) @Size(min = 2, max = 64)
        String topic,

        @NotNull @JsonDeserialize(using = Levels.Deserializer.class)
        Level level,

        @NotNull @Pattern(regexp = SLUG) @Size(min = 2, max = 64)
        String competency,

        @Size(max = 12) List<@Pattern(regexp = SLUG) @Size(min = 2, max = 64) String> tags,
        @Min(1) @Max(60) int minutes,
        @Size(max = 8) List<@NotBlank @Size(max = 1000) String> covers,
        @Size(min = 1, max = 20_000) @Nullable String answer,
        @Size(max = 10) List<@NotBlank @Size(max = 1000) String> followUps,
        @Size(max = 10) List<@NotBlank @Size(max = 1000) String> redFlags,
        Rubric anchors,
        @Valid @Nullable Exhibit exhibit,

        @Size(max = 35) @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language) {

    public static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

    public QuestionContent {
        tags = copy(tags);
        covers = copy(covers);
        followUps = copy(followUps);
        redFlags = copy(redFlags);
        anchors = Objects.requireNonNullElse(anchors, Rubric.NONE);
        language = Objects.requireNonNullElse(language, "en");
    }

    /** As much as an event tells of a question. */
    static QuestionContent outline(QuestionPublished event) {
        List<String> none = List.of();
        return new QuestionContent(
                event.title(),
                "",
                event.topic(),
                event.level(),
                event.competency(),
                none,
                event.minutes(),
                none,
                null,
                none,
                none,
                Rubric.NONE,
                null,
                "en");
    }

    private static List<String> copy(@Nullable List<String> texts) {
        return texts == null ? List.of() : List.copyOf(texts);
    }

    /** What no question may say, published or not. */
    public List<FieldError> faults() {
        return anchors.faults();
    }

    /** What is missing before this can be published, each by its place. */
    public List<FieldError> publicationFaults() {
        List<FieldError> faults = new ArrayList<>(faults());
        faults.addAll(anchors.gaps());
        if (followUps.isEmpty()) {
            faults.add(new FieldError("/followUps", "publishing needs at least one follow-up"));
        }
        return faults;
    }
}
