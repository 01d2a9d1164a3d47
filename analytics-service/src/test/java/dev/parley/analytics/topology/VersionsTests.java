package dev.parley.analytics.topology;

import static dev.parley.analytics.topology.Interviews.ORGANIZATION;
import static dev.parley.analytics.topology.Interviews.SESSION;
import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.opened;
import static dev.parley.analytics.topology.Interviews.revealed;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.AggregateKind;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Former versions count as today's, and a release that does not know a version yet loses nothing by it. */
class VersionsTests {

    @TempDir
    Path state;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scorecard.submitted.v1 | "digest":"d1"
            scorecard.submitted.v2 | "seal":{"algorithm":"sha-256","digest":"d1"}
            scorecard.submitted.v3 | "anything":[1]
            """)
    void everyVersionOfASubmissionLeadsToTheSameFigures(String type, String data) {
        String json = """
                {"sessionId":"%s","interviewerId":"%s","occurredAt":"2026-03-02T09:30:00.120Z",%s}""".formatted(SESSION, Interviews.ADA, data);
        var history = new History(ORGANIZATION, SESSION.value());
        try (var counted = new Counted(state)) {
            counted.feed(history.of(scheduled(SESSION), completed(SESSION), opened(SESSION)));
            counted.feed(history.next(AggregateKind.EVALUATION, type, json));
            counted.feed(history.next(revealed(SESSION, 4)));

            assertThat(counted.figures())
                    .containsOnlyKeys(
                            "SESSION SCHEDULED 2026-03-03",
                            "SESSION COMPLETED 2026-03-03",
                            "SCORE 4000 2026-03-03",
                            "RATING 4 2026-03-03");
            assertThat(counted.deadLetters()).isEmpty();
        }
    }
}
