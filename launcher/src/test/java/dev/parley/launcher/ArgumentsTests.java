package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.launcher.services.Service;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTests {
    @Test
    void helpsWhenNothingIsAsked() {
        assertThat(Arguments.parse()).isEqualTo(new Command.Help());
    }

    @Test
    void readsOptionsInAnyOrder() {
        assertThat(Arguments.parse("up", "--replicas", "session=2", "--empty", "--replicas", "scoring-service=3"))
                .isEqualTo(new Command.Up(true, Map.of(Service.SESSION, 2, Service.SCORING, 3)));
        assertThat(Arguments.parse("logs", "-f", "session")).isEqualTo(new Command.Logs("session", true));
        assertThat(Arguments.parse("logs", "kafka")).isEqualTo(new Command.Logs("kafka", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "down now",
                "logs",
                "logs a b",
                "up --full",
                "up --replicas",
                "up --replicas session",
                "up --replicas session=0",
                "up --replicas session=9",
                "up --replicas gateway=2",
                "up --replicas kafka=2"
            })
    void saysWhatIsWrong(String line) {
        assertThatThrownBy(() -> Arguments.parse(line.split(" "))).isInstanceOf(UsageException.class);
    }
}
