package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.contracts.Stage;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.error.FieldError;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class JsonFaultsTests {

    private static final JsonMapper JSON = strict();

    record Inner(boolean yes, int number) {}

    record Body(String text, PositionId id, Instant time, Stage stage, List<Inner> inners) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"secret\": 1} | /secret | this field is not known here",
                "{\"text\": {\"a\": \"secret\"}} | /text | expected a text",
                "{\"text\": 17} | /text | expected a text",
                "{\"id\": \"secret\"} | /id | expected a lower-case UUID",
                "{\"id\": 17} | /id | expected a lower-case UUID",
                "{\"time\": \"secret\"} | /time | expected a time like 2026-03-01T09:30:00.000Z",
                "{\"time\": 17} | /time | expected a time like 2026-03-01T09:30:00.000Z",
                "{\"stage\": \"SECRET\"} | /stage | expected one of APPLIED, SCREENING, INTERVIEW, OFFER",
                "{\"stage\": 1} | /stage | expected one of APPLIED, SCREENING, INTERVIEW, OFFER",
                "{\"inners\": {}} | /inners | expected an array",
                "{\"inners\": [{\"yes\": \"secret\"}]} | /inners/0/yes | expected true or false",
                "{\"inners\": [{\"yes\": true, \"number\": 1}, {\"number\": \"secret\"}]} | /inners/1/number | expected a number",
                "{\"inners\": [{\"number\": \"17\"}]} | /inners/0/number | expected a number",
                "{\"inners\": [{\"number\": 1.5}]} | /inners/0/number | expected a number",
                "{\"inners\": [{\"number\": null}]} | /inners/0/number | expected a number",
                "{\"inners\": [{\"number\": 12345678901}]} | /inners/0/number | the number is out of range",
                "{\"inners\": [17]} | /inners/0 | expected an object",
                "[] | `` | expected an object",
            })
    void faultIsLocatedAndExplainedAndNotQuoted(String json, String pointer, String detail) {
        Throwable fault = catchThrowable(() -> JSON.readValue(json, Body.class));

        assertThat(JsonFaults.explain(new IllegalStateException(fault))).isEqualTo(new FieldError(pointer, detail));
        assertThat(detail).doesNotContainIgnoringCase("secret");
    }

    @Test
    void brokenSyntaxIsLocatedByLineAndColumn() {
        Throwable fault = catchThrowable(() -> JSON.readValue("{\n  \"text\": secret\n}", Body.class));

        assertThat(JsonFaults.explain(fault).detail())
                .startsWith("not JSON, at line 2, column ")
                .doesNotContain("secret");
    }

    @Test
    void missingBodyIsSaidSo() {
        assertThat(JsonFaults.explain(new IllegalStateException("anything")))
                .isEqualTo(new FieldError("", "expected a JSON body"));
    }

    private static JsonMapper strict() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new JsonConventions().customize(builder);
        return builder.build();
    }
}
