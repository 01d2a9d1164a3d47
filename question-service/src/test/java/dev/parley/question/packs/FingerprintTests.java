package dev.parley.question.packs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FingerprintTests {

    @Test
    void doesNotDependOnOrderOrWhiteSpace() {
        assertThat(of("{\"a\":{\"c\":1,\"b\":2}, \"d\":[1,2]}")).isEqualTo(of("{\"d\":[1,2],\"a\":{\"b\":2,\"c\":1}}"));
    }

    @Test
    void dependsOnEverythingSaid() {
        assertThat(of("{\"a\":[1,2]}")).isNotEqualTo(of("{\"a\":[2,1]}"));
    }

    private static String of(String json) {
        return Fingerprint.of(JsonMapper.shared().readTree(json), "en");
    }
}
