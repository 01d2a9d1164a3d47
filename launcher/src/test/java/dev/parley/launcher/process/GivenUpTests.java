package dev.parley.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GivenUpTests {
    @Test
    void showsWhatLooksLikeTrouble() {
        assertThat(GivenUp.lastWords(List.of("all is well", "ERROR the disk is full", "goodbye")))
                .isEqualTo("\n  | ERROR the disk is full");
    }

    @Test
    void takesTheWordsOutOfStructuredLines() {
        assertThat(GivenUp.lastWords(List.of(
                        "{\"log\":{\"level\":\"ERROR\"},\"message\":\"failed\",\"error\":{\"message\":\"no \\\"bean\\\"\"}}",
                        "{\"t\":1,\"s\":\"F\",\"msg\":\"Fatal assertion\",\"attr\":{}}")))
                .isEqualTo("\n  | failed: no \\\"bean\\\"\n  | Fatal assertion");
    }

    @Test
    void showsTheEndOfALogWithoutTrouble() {
        assertThat(GivenUp.lastWords(List.of("1", "2", "3", "4", "5"))).isEqualTo("\n  | 2\n  | 3\n  | 4\n  | 5");
    }
}
