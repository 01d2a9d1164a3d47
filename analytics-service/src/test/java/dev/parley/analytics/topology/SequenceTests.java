package dev.parley.analytics.topology;

import static dev.parley.analytics.topology.Interviews.ORGANIZATION;
import static dev.parley.analytics.topology.Interviews.POSITION;
import static dev.parley.analytics.topology.Interviews.SESSION;
import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.opened;
import static dev.parley.analytics.topology.Interviews.revealed;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static dev.parley.analytics.topology.Interviews.started;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.SessionId;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Duplicates, gaps, poison: what is counted once, what is set aside, what raises an alarm. */
class SequenceTests {

    @TempDir
    Path state;

    private Counted counted;
    private final History history = new History(ORGANIZATION, SESSION.value());

    @BeforeEach
    void start() {
        counted = new Counted(state);
    }

    @AfterEach
    void stop() {
        counted.close();
    }

    @Test
    void duplicatesChangeNothing() {
        var records = history.of(scheduled(SESSION), started(SESSION), completed(SESSION), revealed(SESSION, 3));
        int changes = counted.feed(records).changes();
        counted.feed(records).feed(records.getLast());
        assertThat(counted.changes()).isEqualTo(changes);
        assertThat(counted.tally("skipped")).isEqualTo(5);
        assertThat(counted.deadLetters()).isEmpty();
    }

    @Test
    void anEventBeyondAGapIsSetAsideAndLaterOnesFollow() {
        counted.feed(history.next(scheduled(SESSION)));
        ProducerRecord<String, byte[]> missing = history.next(started(SESSION));
        ProducerRecord<String, byte[]> beyond = history.next(completed(SESSION));
        counted.feed(beyond).feed(missing);
        assertThat(counted.figures()).containsOnlyKeys("SESSION SCHEDULED 2026-03-03");
        assertThat(counted.deadLetters())
                .extracting(letter -> letter.headers().lastHeader("ce_sequence").value())
                .containsExactly("00000000000000000003".getBytes(UTF_8), "00000000000000000002".getBytes(UTF_8));
    }

    @Test
    void theOtherSubjectUnderTheSameKeyGoesOn() {
        history.skip(AggregateKind.EVALUATION);
        counted.feed(history.next(revealed(SESSION, 3)));
        counted.feed(history.of(scheduled(SESSION), completed(SESSION)));
        assertThat(counted.figures()).containsOnlyKeys("SESSION SCHEDULED 2026-03-03", "SESSION COMPLETED 2026-03-03");
        assertThat(counted.deadLetters()).hasSize(1);
    }

    @Test
    void aDeadLetterSaysWhyAndWhereItWas() {
        history.skip(AggregateKind.SESSION);
        ProducerRecord<String, byte[]> arrived = history.next(started(SESSION));
        var letter = counted.feed(arrived).deadLetters().getFirst();
        assertThat(Counted.cause(letter)).contains("before it");
        assertThat(letter.value()).isEqualTo(arrived.value());
        assertThat(letter.headers().lastHeader(DeadLetters.TOPIC).value()).isEqualTo("session-events".getBytes(UTF_8));
        assertThat(letter.headers().lastHeader(DeadLetters.OFFSET).value()).isEqualTo("0".getBytes(UTF_8));
    }

    @Test
    void poisonIsSetAsideAndLaterEventsFollowIt() {
        counted.feed(history.next(scheduled(SESSION)));
        counted.feed(history.next(AggregateKind.SESSION, "session.started.v1", "{\"sessionId\":12"));
        counted.feed(history.next(completed(SESSION)));
        assertThat(counted.figures()).containsOnlyKeys("SESSION SCHEDULED 2026-03-03");
        assertThat(counted.deadLetters()).hasSize(2);
        assertThat(counted.tally("parked")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "{\"panel\":[],\"timeZone\":\"Mars/Olympus\"}", "\"text\""})
    void dataThatCannotBeTrueIsPoison(String json) {
        counted.feed(history.next(AggregateKind.SESSION, "session.scheduled.v1", json));
        assertThat(counted.deadLetters()).hasSize(1);
        assertThat(counted.figures()).isEmpty();
    }

    @Test
    void aTimeZoneThatDoesNotExistIsPoison() {
        SessionScheduled real = scheduled(SESSION);
        counted.feed(history.next(new SessionScheduled(
                SESSION,
                real.applicationId(),
                real.candidateId(),
                real.positionId(),
                real.panel(),
                real.plan(),
                real.scheduledFor(),
                "Mars/Olympus",
                real.occurredAt())));
        assertThat(counted.deadLetters()).extracting(Counted::cause).containsExactly("it cannot be counted");
    }

    @Test
    void aSessionThatWasNeverScheduledIsPoison() {
        counted.feed(history.next(started(SESSION)));
        assertThat(counted.deadLetters()).extracting(Counted::cause).containsExactly("the session was never scheduled");
    }

    @Test
    void anEventAboutAnotherSessionIsPoison() {
        counted.feed(history.next(scheduled(new SessionId(POSITION.value()))));
        assertThat(counted.deadLetters())
                .extracting(Counted::cause)
                .containsExactly("the event is not about its subject");
    }

    @Test
    void ratingsBeyondTheScaleArePoison() {
        counted.feed(history.of(scheduled(SESSION), completed(SESSION), revealed(SESSION, 6)));
        assertThat(counted.figures()).doesNotContainKey("RATING 6 2026-03-03");
        assertThat(counted.deadLetters()).hasSize(1);
    }

    @Test
    void anEventOfAnotherOrganizationIsPoison() {
        counted.feed(history.next(scheduled(SESSION)));
        var stranger = new History(new OrganizationId("00000000-0000-4000-8000-0000000000ff"), SESSION.value());
        counted.feed(stranger.next(opened(SESSION)));
        assertThat(counted.deadLetters())
                .extracting(Counted::cause)
                .first()
                .asString()
                .contains("another organization");
    }

    @Test
    void aRecordWithoutAPlaceIsSetAsideAlone() {
        counted.feed(new ProducerRecord<>("session-events", SESSION.value(), "hello".getBytes(UTF_8)));
        counted.feed(new ProducerRecord<>("session-events", null, "hello".getBytes(UTF_8)));
        counted.feed(history.next(scheduled(SESSION)));
        assertThat(counted.deadLetters()).hasSize(2);
        assertThat(counted.figures()).containsOnlyKeys("SESSION SCHEDULED 2026-03-03");
    }

    @Test
    void aWrongRecordKeyIsSetAside() {
        ProducerRecord<String, byte[]> arrived = history.next(scheduled(SESSION));
        counted.feed(new ProducerRecord<>(arrived.topic(), null, "another", arrived.value(), arrived.headers()));
        assertThat(counted.deadLetters()).hasSize(1);
    }

    @Test
    void theSameSequenceWithAnotherIdIsAnAlarm() {
        String json = "{\"sessionId\":\"" + SESSION + "\"}";
        counted.feed(history.next(scheduled(SESSION)));
        counted.feed(history.at(1, AggregateKind.SESSION, "session.scheduled.v1", json));
        assertThat(counted.tally("conflict")).isEqualTo(1);
        assertThat(counted.deadLetters()).isEmpty();
    }

    @Test
    void unknownTypesAreCountedInTheSequenceOnly() {
        counted.feed(history.next(scheduled(SESSION)));
        counted.feed(history.next(AggregateKind.SESSION, "session.serenaded.v1", "{\"song\":1}"));
        counted.feed(history.next(started(SESSION)));
        assertThat(counted.figures()).containsKey("SESSION STARTED 2026-03-03");
        assertThat(counted.deadLetters()).isEmpty();
    }

    @Test
    void candidatesAndPositionsAreNotFollowed() {
        counted.feed(history.at(7, AggregateKind.POSITION, "position.closed.v1", "{}"));
        counted.feed(history.at(3, AggregateKind.CANDIDATE, "candidate.updated.v1", "{}"));
        assertThat(counted.deadLetters()).isEmpty();
        assertThat(counted.changes()).isZero();
    }
}
