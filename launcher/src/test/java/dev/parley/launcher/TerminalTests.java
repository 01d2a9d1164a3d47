package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTests {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void keepsTheBlockBelowEverySentence() {
        var terminal = new Terminal(out, out, true);
        terminal.show(List.of("one", "two"));
        terminal.say("said");
        assertThat(written()).isEqualTo("one\ntwo\n" + "\033[1A\033[2K".repeat(2) + "said\none\ntwo\n");
    }

    @Test
    void drawsAnUnchangedBlockOnce() {
        var terminal = new Terminal(out, out, true);
        terminal.show(List.of("one"));
        terminal.show(List.of("one"));
        assertThat(written()).isEqualTo("one\n");
    }

    @Test
    void writesPlainLinesWhereNobodyWatches() {
        var terminal = new Terminal(out, out, false);
        terminal.show(List.of("one"));
        terminal.say("said");
        assertThat(written()).isEqualTo("said\n");
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
