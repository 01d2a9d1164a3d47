package dev.parley.scoring.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTests {

    private static final JsonMapper JSON = new JsonMapper();

    private static String canonical(String json) {
        return CanonicalJson.of(JSON.readTree(json));
    }

    @Test
    void sortsMembersByUtf16UnitsAsTheExampleOfRfc8785Does() {
        // RFC 8785, 3.2.3: a supplementary character sorts by its surrogates, before U+FB33
        assertThat(canonical("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}""")).isEqualTo("""
                {"\\r":"Carriage Return","1":"One","\u0080":"Control",\
                "ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign",\
                "\uD83D\uDE00":"Emoji: Grinning Face","\uFB33":"Hebrew Letter Dalet With Dagesh"}""");
    }

    @Test
    void escapesAsTheExampleOfRfc8785Does() {
        // RFC 8785, 3.2.2
        assertThat(canonical("""
                "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/\"""")).isEqualTo("""
                "€$\\u000f\\nA'B\\"\\\\\\\\\\"/\"""");
        assertThat(canonical("\"\\b\\t\\f\\r\\u001f\\u007f\"")).isEqualTo("\"\\b\\t\\f\\r\\u001f\u007f\"");
    }

    @Test
    void writesLiteralsAndNestingWithoutSpace() {
        assertThat(canonical(" { \"b\" : [ true , null , false , -7 , 0 ] , \"a\" : { } } "))
                .isEqualTo("{\"a\":{},\"b\":[true,null,false,-7,0]}");
    }

    @Test
    void isItsOwnCanonicalForm() {
        String once = canonical("{\"z\": [1, {\"y\": \"\\u00e9\", \"x\": null}], \"a\": \"\\t\"}");

        assertThat(canonical(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "9007199254740992", "-9007199254740992", "99999999999999999999", "\"\\ud83d\""})
    void refusesWhatHasNoCanonicalFormHere(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> canonical(json));
    }
}
