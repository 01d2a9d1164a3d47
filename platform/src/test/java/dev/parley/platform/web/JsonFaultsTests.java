package dev.parley.platform.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.contracts.Stage;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.error.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class JsonFaultsTests {

    private static final JsonMapper JSON = strict();

    record Inner(boolean yes, int number) {}

    record Body(
            String text,
            PositionId id,
            Instant time,
            Stage stage,
            List<Inner> inners,
            List<String> texts,
            Map<String, String> named) {}

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
                "{\"inners\": [{\"yes\": true, \"number\": 1}, {\"number\": \"secret\"}]} | /inners/1/number | expected a whole number",
                "{\"inners\": [{\"number\": \"17\"}]} | /inners/0/number | expected a whole number",
                "{\"inners\": [{\"number\": 1.5}]} | /inners/0/number | expected a whole number",
                "{\"inners\": [{\"number\": null}]} | /inners/0/number | expected a whole number",
                "{\"inners\": [{\"number\": 12345678901}]} | /inners/0/number | the number is out of range",
                "{\"text\": \"secret\\u0000\"} | /text | expected a text without U+0000 and without half a surrogate pair",
                "{\"text\": \"\\ud83d\"} | /text | expected a text without U+0000 and without half a surrogate pair",
                "{\"text\": \"\\ude00secret\"} | /text | expected a text without U+0000 and without half a surrogate pair",
                "{\"text\": \"\\ude00\\ud83d\"} | /text | expected a text without U+0000 and without half a surrogate pair",
                "{\"texts\": [\"a\", \"\\ud83d\"]} | /texts/1 | expected a text without U+0000 and without half a surrogate pair",
                "{\"named\": {\"a/b\": \"\\ud83d\"}} | /named/a~1b | expected a text without U+0000 and without half a surrogate pair",
                "{\"text\": \"a\", \"text\": \"secret\"} | /text | this field is there twice",
                "{\"inners\": [{\"yes\": true, \"yes\": false}]} | /inners/0/yes | this field is there twice",
                "{\"inners\": [17]} | /inners/0 | expected an object",
                "[] | `` | expected an object",
            })
    void faultIsLocatedAndExplainedAndNotQuoted(String json, String pointer, String detail) {
        Throwable fault = catchThrowable(() -> JSON.readValue(json, Body.class));

        assertThat(JsonFaults.explain(new IllegalStateException(fault))).isEqualTo(new FieldError(pointer, detail));
        assertThat(detail).doesNotContainIgnoringCase("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude00", "tab\\t line\\n \\u000b \\u001f", "\\uffff \\ufffd"})
    void whatComesBackAsItWasSentIsTaken(String escaped) {
        String text =
                JSON.readValue("{\"text\": \"" + escaped + "\"}", Body.class).text();

        assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text).isNotEmpty();
    }

    /** Three bytes that would be the half of a pair, if UTF-8 had halves. */
    @Test
    void halfAPairInBytesIsRefusedToo() {
        byte[] json = "{\"text\": \"???\"}".getBytes(US_ASCII);
        System.arraycopy(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0xbd}, 0, json, 10, 3);

        assertThat(catchThrowable(() -> JSON.readValue(json, Body.class))).isInstanceOf(JacksonException.class);
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
