package dev.parley.question.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.platform.error.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an interviewer observes in an answer that earns each rating; a draft may lack some. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rubric(
        @JsonProperty("1") @Nullable String one,

        @JsonProperty("2") @Nullable String two,

        @JsonProperty("3") @Nullable String three,

        @JsonProperty("4") @Nullable String four,

        @JsonProperty("5") @Nullable String five) {

    private static final int LONGEST = 1000;
    static final Rubric NONE = new Rubric(null, null, null, null, null);

    /** The anchors there are, for the ratings 1 to 5 in that order. */
    public List<String> anchors() {
        return Stream.of(one, two, three, four, five)
                .<String>mapMulti((anchor, next) -> {
                    if (anchor != null) {
                        next.accept(anchor);
                    }
                })
                .toList();
    }

    /** What no rubric may hold: an endless anchor, or two ratings that ask for the same behaviour. */
    List<FieldError> faults() {
        Map<String, Integer> ratings = new HashMap<>();
        List<FieldError> faults = new ArrayList<>();
        forEachRating((rating, anchor) -> {
            if (anchor != null && anchor.length() > LONGEST) {
                faults.add(new FieldError("/anchors/" + rating, "at most " + LONGEST + " characters are expected"));
            }
            Integer same = anchor == null ? null : ratings.putIfAbsent(anchor.strip(), rating);
            if (same != null) {
                faults.add(new FieldError("/anchors/" + rating, "must differ from the anchor for " + same));
            }
        });
        return faults;
    }

    /** What a draft may still lack. */
    List<FieldError> gaps() {
        List<FieldError> faults = new ArrayList<>();
        forEachRating((rating, anchor) -> {
            if (anchor == null || anchor.isBlank()) {
                faults.add(new FieldError("/anchors/" + rating, "publishing needs an anchor for this rating"));
            }
        });
        return faults;
    }

    private void forEachRating(BiConsumer<Integer, @Nullable String> visitor) {
        visitor.accept(1, one);
        visitor.accept(2, two);
        visitor.accept(3, three);
        visitor.accept(4, four);
        visitor.accept(5, five);
    }
}
