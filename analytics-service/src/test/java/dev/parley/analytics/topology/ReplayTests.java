package dev.parley.analytics.topology;

import static dev.parley.analytics.topology.Interviews.ORGANIZATION;
import static dev.parley.analytics.topology.Interviews.SESSION;
import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static dev.parley.analytics.topology.Interviews.started;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.SessionEvent.SessionRescheduled;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a parked subject comes back: its dead letters return in order through the replays topic. */
class ReplayTests {

    @TempDir
    Path state;

    private Counted counted;
    private final History history = new History(ORGANIZATION, SESSION.value());
    private ProducerRecord<String, byte[]> missing;
    private ProducerRecord<String, byte[]> beyond;

    @BeforeEach
    void aParkedSession() {
        counted = new Counted(state);
        counted.feed(history.next(scheduled(SESSION)));
        missing = history.next(started(SESSION));
        beyond = history.next(completed(SESSION));
        counted.feed(beyond).feed(missing);
    }

    @AfterEach
    void stop() {
        counted.close();
    }

    @Test
    void countsReplayedEventsInOrderAndThenGoesOn() {
        counted.feed(replayed(missing, Replay.APPLY)).feed(replayed(beyond, Replay.APPLY));
        var moved = new SessionRescheduled(SESSION, Interviews.MONDAY.plus(Duration.ofDays(1)), Interviews.MONDAY);
        counted.feed(history.next(moved));
        assertThat(counted.figures())
                .containsOnlyKeys(
                        "SESSION SCHEDULED 2026-03-04", "SESSION STARTED 2026-03-03", "SESSION COMPLETED 2026-03-03");
    }

    @Test
    void aDiscardedEventIsPassedWithoutBeingCounted() {
        counted.feed(replayed(missing, Replay.DISCARD)).feed(replayed(beyond, Replay.APPLY));
        assertThat(counted.figures()).containsOnlyKeys("SESSION SCHEDULED 2026-03-03", "SESSION COMPLETED 2026-03-03");
    }

    @Test
    void replayingOutOfOrderSetsAsideAgain() {
        counted.deadLetters();
        counted.feed(replayed(beyond, Replay.APPLY));
        assertThat(counted.deadLetters()).hasSize(1);
    }

    @Test
    void eventsThatArriveWhileTheSubjectIsDrainedStillFollow() {
        counted.feed(replayed(missing, Replay.APPLY));
        counted.deadLetters();
        var late = history.next(AggregateKind.SESSION, "session.serenaded.v1", "{}");
        counted.feed(late);
        assertThat(counted.deadLetters()).hasSize(1);
    }

    @Test
    void saysOfEachLetterThatItIsDone() {
        counted.deadLetters();
        counted.feed(letter(missing, Replay.APPLY)).feed(letter(missing, Replay.APPLY));
        counted.feed(letter(beyond, Replay.DISCARD));
        assertThat(counted.deadLetters())
                .hasSize(3)
                .allSatisfy(told -> assertThat(told.headers().lastHeader(DeadLetters.SETTLED))
                        .isNotNull())
                .allSatisfy(told -> assertThat(
                                told.headers().lastHeader(DeadLetters.OFFSET).value())
                        .isEqualTo("4711".getBytes(UTF_8)));
    }

    @Test
    void aLetterThatFailsAgainIsStillTheLetterOfThePlaceItWasFirstReadFrom() {
        counted.deadLetters();
        counted.feed(letter(beyond, Replay.APPLY));
        var told = counted.deadLetters().getFirst();
        assertThat(told.headers().lastHeader(DeadLetters.SETTLED)).isNull();
        assertThat(told.headers().lastHeader(DeadLetters.OFFSET).value()).isEqualTo("4711".getBytes(UTF_8));
        assertThat(told.headers().lastHeader(DeadLetters.TOPIC).value()).isEqualTo("session-events".getBytes(UTF_8));
    }

    @Test
    void anEventInAPlaceThatIsTakenComesBackAndCanBeDiscarded() {
        counted.deadLetters();
        var another = history.at(1, AggregateKind.SESSION, "session.scheduled.v1", "{}");
        counted.feed(letter(another, Replay.APPLY)).feed(letter(another, Replay.DISCARD));
        var told = counted.deadLetters();
        assertThat(Counted.cause(told.getFirst())).isEqualTo("another event is counted in its place");
        assertThat(told.getLast().headers().lastHeader(DeadLetters.SETTLED)).isNotNull();
    }

    @Test
    void onlyTheReplaysTopicReplays() {
        missing.headers().add(Replay.HEADER, Replay.APPLY.name().getBytes(UTF_8));
        counted.feed(missing);
        assertThat(counted.figures()).containsOnlyKeys("SESSION SCHEDULED 2026-03-03");
    }

    /** With the place it was first read from. */
    private static ProducerRecord<String, byte[]> letter(ProducerRecord<String, byte[]> first, Replay how) {
        ProducerRecord<String, byte[]> again = replayed(first, how);
        again.headers().add(DeadLetters.TOPIC, "session-events".getBytes(UTF_8));
        again.headers().add(DeadLetters.PARTITION, "3".getBytes(UTF_8));
        again.headers().add(DeadLetters.OFFSET, "4711".getBytes(UTF_8));
        return again;
    }

    private static ProducerRecord<String, byte[]> replayed(ProducerRecord<String, byte[]> letter, Replay how) {
        var again = new ProducerRecord<>(AnalyticsTopics.REPLAYS, null, letter.key(), letter.value(), letter.headers());
        again.headers().add(Replay.HEADER, how.name().getBytes(UTF_8));
        return again;
    }
}
