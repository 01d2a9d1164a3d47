package dev.parley.analytics.topology;

import static dev.parley.analytics.topology.Interviews.ORGANIZATION;
import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.decided;
import static dev.parley.analytics.topology.Interviews.frozen;
import static dev.parley.analytics.topology.Interviews.opened;
import static dev.parley.analytics.topology.Interviews.revealed;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static dev.parley.analytics.topology.Interviews.started;
import static dev.parley.analytics.topology.Interviews.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.SessionEvent.SessionDecided;
import dev.parley.contracts.SessionEvent.SessionRescheduled;
import dev.parley.contracts.id.SessionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two topics have no order between them: however their events interleave, and repeat, the figures are the same. */
class InterleavingTests {

    private static final long SEED = 20260302;
    private static final int SHUFFLES = 500;

    @TempDir
    Path state;

    @Test
    void anyInterleavingGivesTheSameFigures() {
        var random = new Random(SEED);
        var folded = new Folded();
        Map<String, Integer> expected = new Folded().feed(evaluationAfterSession());
        for (int shuffle = 1; shuffle <= SHUFFLES; shuffle++) {
            assertThat(folded.feed(interleaved(session(shuffle), evaluation(shuffle), random)))
                    .as("shuffle %d", shuffle)
                    .isEqualTo(expected);
        }
        assertThat(folded.deadLetters()).isZero();
    }

    private static List<ProducerRecord<String, byte[]>> evaluationAfterSession() {
        var records = new ArrayList<>(session(0));
        records.addAll(evaluation(0));
        return records;
    }

    @Test
    void everyPositionOfTheEvaluationGivesTheSameFigures() {
        try (var counted = new Counted(state)) {
            for (int at = 0; at <= session(0).size(); at++) {
                var records = new ArrayList<>(session(at));
                records.addAll(at, evaluation(at));
                assertThat(counted.feed(records).figures()).isEqualTo(expected(at + 1));
            }
        }
    }

    private static List<ProducerRecord<String, byte[]>> interleaved(
            List<ProducerRecord<String, byte[]>> session,
            List<ProducerRecord<String, byte[]>> evaluation,
            Random random) {
        var waiting = List.of(new ArrayList<>(session), new ArrayList<>(evaluation));
        List<ProducerRecord<String, byte[]>> fed = new ArrayList<>();
        while (waiting.stream().anyMatch(queue -> !queue.isEmpty())) {
            var queue = waiting.get(random.nextInt(waiting.size()));
            if (!queue.isEmpty()) {
                fed.add(queue.removeFirst());
            }
            if (!fed.isEmpty() && random.nextInt(4) == 0) {
                fed.add(fed.get(random.nextInt(fed.size())));
            }
        }
        return fed;
    }

    private static List<ProducerRecord<String, byte[]>> session(int number) {
        SessionId id = sessionId(number);
        return new History(ORGANIZATION, id.value())
                .of(
                        scheduled(id),
                        new SessionRescheduled(id, Interviews.MONDAY.plus(Duration.ofDays(1)), Interviews.MONDAY),
                        started(id),
                        completed(id),
                        new SessionDecided(id, DecisionOutcome.ADVANCE, Interviews.MONDAY));
    }

    private static List<ProducerRecord<String, byte[]>> evaluation(int number) {
        SessionId id = sessionId(number);
        return new History(ORGANIZATION, id.value())
                .of(
                        opened(id),
                        submitted(id),
                        frozen(id),
                        revealed(id, 3),
                        decided(id, 1, DecisionOutcome.HOLD, Duration.ofMinutes(10)),
                        decided(id, 2, DecisionOutcome.ADVANCE, Duration.ofHours(2)));
    }

    private static Map<String, Long> expected(long sessions) {
        return Map.of(
                "SESSION SCHEDULED 2026-03-04", sessions,
                "SESSION STARTED 2026-03-03", sessions,
                "SESSION COMPLETED 2026-03-03", sessions,
                "SESSION DECIDED 2026-03-03", sessions,
                "SCORE 3000 2026-03-03", sessions,
                "RATING 3 2026-03-03", sessions,
                "TIME_TO_DECISION 10 2026-03-03", sessions,
                "DECISION ADVANCE 2026-03-03", sessions);
    }

    private static SessionId sessionId(int number) {
        return new SessionId("00000000-0000-4000-8000-%012x".formatted(1_000_000 + number));
    }
}
