package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class ContractsJsonTests {

    private static final JsonMapper JSON = ContractsJson.events();

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:30:00Z, 2026-03-02T09:30:00.000Z",
        "2026-03-02T09:30:00.120Z, 2026-03-02T09:30:00.120Z",
        "2026-03-02T09:30:00.123456789Z, 2026-03-02T09:30:00.123Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
    })
    void instantsHaveExactlyThreeDecimals(Instant instant, String text) {
        assertThat(JSON.writeValueAsString(instant)).isEqualTo("\"" + text + "\"");
        assertThat(ContractsJson.format(instant)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:30:00.120Z, 2026-03-02T09:30:00.120Z",
        "2026-03-02T09:30:00Z, 2026-03-02T09:30:00Z",
        "2026-03-02T10:30:00.12+01:00, 2026-03-02T09:30:00.120Z",
        "2026-03-02T09:30:00.123999Z, 2026-03-02T09:30:00.123Z",
    })
    void instantsAreReadToTheMillisecondFromAnyOffset(String text, Instant instant) {
        assertThat(JSON.readValue("\"" + text + "\"", Instant.class)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-03-02\"", "\"2026-03-02T09:30:00\"", "\"\"", "\"noon\"", "1772443800", "{}", "[]"})
    void anythingElseIsNoInstant(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Instant.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void absentValuesAreLeftOut() {
        assertThat(JSON.writeValueAsString(new EvaluationEvent.ItemRating(
                        new dev.parley.contracts.id.ItemId("00000000-0000-4000-8000-000000000004"),
                        new dev.parley.contracts.id.QuestionId("00000000-0000-4000-8000-000000000001"),
                        null)))
                .doesNotContain("rating");
    }
}
