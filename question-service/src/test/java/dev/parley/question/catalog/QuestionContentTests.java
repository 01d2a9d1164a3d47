package dev.parley.question.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

class QuestionContentTests {

    private final JsonMapper json = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource({
        "beginner, BEGINNER",
        "easy, BEGINNER",
        "BEGINNER, BEGINNER",
        "intermediate, INTERMEDIATE",
        "medium, INTERMEDIATE",
        "advanced, ADVANCED",
        "hard, ADVANCED",
    })
    void readsALevelInAnyOfItsWords(String word, Level level) {
        var content = json.readValue("{\"level\":\"" + word + "\",\"minutes\":5}", QuestionContent.class);

        assertThat(content.level()).isEqualTo(level);
    }

    @Test
    void refusesAnUnknownLevel() {
        assertThatThrownBy(() -> json.readValue("{\"level\":\"wizard\",\"minutes\":5}", QuestionContent.class))
                .isInstanceOf(InvalidFormatException.class);
    }

    @Test
    void readsWhatItWrites() {
        String written = json.writeValueAsString(Questions.aCompleteText());

        assertThat(json.readValue(written, QuestionContent.class)).isEqualTo(Questions.aCompleteText());
        assertThat(written).contains("\"anchors\":{\"1\":\"guesses\"").doesNotContain("exhibit");
    }

    @Test
    void anchorsMayNotRepeatEvenWithOtherWhiteSpace() {
        var rubric = new Rubric("guesses", "recites", null, null, " guesses ");

        assertThat(rubric.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/anchors/5");
            assertThat(fault.detail()).isEqualTo("must differ from the anchor for 1");
        });
        assertThat(rubric.gaps()).hasSize(2);
        assertThat(rubric.anchors()).containsExactly("guesses", "recites", " guesses ");
    }
}
