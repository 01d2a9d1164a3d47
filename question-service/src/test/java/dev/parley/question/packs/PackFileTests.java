package dev.parley.question.packs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PackFileTests {

    @Test
    void readsRowsOneByOneWhereverTheirListsStand() {
        var file =
                read("{\"kits\":[{\"key\":\"k\"}],\"id\":\"a\",\"questions\":[{\"key\":\"q1\"},7,{\"key\":\"q2\"}]}");

        assertThat(file.questions()).isEqualTo(3);
        assertThat(file.kits()).isEqualTo(1);
        assertThat(rows(file, "questions")).extracting(PackRow::keyOf).containsExactly("q1", "", "q2");
        assertThat(rows(file, "kits")).extracting(PackRow::keyOf).containsExactly("k");
        assertThat(file.envelope().propertyNames()).containsExactly("kits", "id", "questions");
        assertThat(file.envelope().get("questions")).isEmpty();
    }

    @Test
    void hasNoRowsWithoutTheirLists() {
        var file = read("{\"questions\":{},\"kits\":[]}");

        assertThat(file.rows()).isZero();
        assertThat(rows(file, "questions")).isEmpty();
        assertThat(rows(file, "kits")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | expected a JSON object",
                "[] | expected a JSON object",
                "PK | not JSON, at line 1",
                "{\"id\": | not JSON, at line 1",
                "{\"id\":1}{} | expected nothing after the JSON object",
                "{\"questions\":[{\"key\":1,\"key\":2}]} | the same name twice in one object",
                "{\"id\":1,\"id\":2} | the same name twice in one object",
            })
    void refusesWhatIsNoDecentJson(String text, String reason) {
        assertThat(refusalOf(text.getBytes(UTF_8)).detail()).startsWith(reason);
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(refusalOf(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'})
                        .detail())
                .startsWith("not JSON");
    }

    @Test
    void refusesTooDeepNesting() {
        String deep = "{\"questions\":[" + "[".repeat(PackFile.DEEPEST) + "]".repeat(PackFile.DEEPEST) + "]}";

        assertThat(refusalOf(deep.getBytes(UTF_8)).detail()).startsWith("nested deeper than 32 levels");
    }

    private static FieldError refusalOf(byte[] bytes) {
        var refusal = catchThrowableOfType(DomainException.Invalid.class, () -> PackFile.read(bytes));
        return refusal.errors().getFirst();
    }

    private static PackFile read(String text) {
        return PackFile.read(text.getBytes(UTF_8));
    }

    private static List<JsonNode> rows(PackFile file, String list) {
        List<JsonNode> rows = new ArrayList<>();
        file.rows(list).forEachRemaining(rows::add);
        return rows;
    }
}
