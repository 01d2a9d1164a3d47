package dev.parley.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.checker.Command.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientLogTests {
    private static final String SENT =
            "{\"what\": \"sent\", \"key\": \"k\", \"attempt\": %d, \"method\": \"POST\", \"path\": \"/p\", \"ifMatch\": \"\\\"7\\\"\"}\n";
    private static final String ANSWER =
            "{\"what\": \"%s\", \"key\": \"k\", \"attempt\": %d, \"status\": 200, \"id\": \"x\", \"version\": 8}\n";

    @Test
    void aRequestWithoutASecondLineGotNoAnswer() {
        assertThat(only(SENT.formatted(1)).fate()).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void oneAcknowledgementIsEnough() {
        Command command = only(SENT.formatted(1)
                + ANSWER.formatted("unanswered", 1)
                + SENT.formatted(2)
                + ANSWER.formatted("acknowledged", 2));
        assertThat(command.fate()).isEqualTo(Fate.ACKNOWLEDGED);
        assertThat(command.ifMatch()).isEqualTo(7);
        assertThat(command.acknowledgement().orElseThrow().version()).isEqualTo(8);
    }

    @Test
    void onlyACommandRefusedEachTimeIsRefused() {
        assertThat(only(SENT.formatted(1) + ANSWER.formatted("refused", 1)).fate())
                .isEqualTo(Fate.REFUSED);
        assertThat(only(SENT.formatted(1) + SENT.formatted(2) + ANSWER.formatted("refused", 2))
                        .fate())
                .isEqualTo(Fate.UNKNOWN);
    }

    private static Command only(String lines) {
        List<Command> commands = ClientLog.read(lines.lines());
        assertThat(commands).hasSize(1);
        return commands.getFirst();
    }
}
