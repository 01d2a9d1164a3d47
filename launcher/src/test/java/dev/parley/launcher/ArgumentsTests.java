package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.launcher.services.Service;
import java.net.URI;
import java.nio.file.Path;
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

    @Test
    void readsWhatIsWantedOfDeadLetters() {
        var id = "session-service.catalog:question-events:3:17";
        assertThat(Arguments.parse(
                        "events", "dead-letters", "list", "--subject", "kit/1", "--topic", "question-events"))
                .isEqualTo(new Command.ListLetters(null, Map.of("subject", "kit/1", "topic", "question-events")));
        assertThat(Arguments.parse("events", "dead-letters", "show", id, "--url", "https://parley.example.org"))
                .isEqualTo(new Command.ShowLetter(URI.create("https://parley.example.org"), id));
        assertThat(Arguments.parse(
                        "events", "dead-letters", "replay", id, "--data", "f.json", "--type", "kit.archived.v1"))
                .isEqualTo(new Command.ReplayLetter(null, id, "kit.archived.v1", Path.of("f.json")));
        assertThat(Arguments.parse("events", "dead-letters", "discard", id, "--reason", "never happened"))
                .isEqualTo(new Command.DiscardLetter(null, id, "never happened"));
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
                "up --replicas kafka=2",
                "events",
                "events dead-letters",
                "events dead-letters bury",
                "events dead-letters list all",
                "events dead-letters list --subject",
                "events dead-letters show",
                "events dead-letters show 17",
                "events dead-letters replay session-service.catalog:question-events:3:17 --date f.json",
                "events dead-letters discard session-service.catalog:question-events:3:17",
                "events dead-letters discard session-service.catalog:question-events:3:17 --reason"
            })
    void saysWhatIsWrong(String line) {
        assertThatThrownBy(() -> Arguments.parse(line.split(" "))).isInstanceOf(UsageException.class);
    }
}
