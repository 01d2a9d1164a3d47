package dev.parley.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventMetadata;
import dev.parley.contracts.PositionEvent.PositionClosed;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.UnknownEvent;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.ServiceTest;
import dev.parley.platform.error.DomainException;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.Events;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

class InboxIT extends ServiceTest {

    private static final String FOLLOWERS = "followers";

    private final String id = newId();
    private final Events position = Events.of(organization, AggregateKind.POSITION, id);
    private final String other = newId();
    private final Events otherPosition = Events.of(organization, AggregateKind.POSITION, other);

    @Autowired
    private MeterRegistry meters;

    @Test
    void duplicateIsSkipped() {
        double skipped = counter("parley.inbox.skipped", "effect", FOLLOWERS);
        long applied = applied();
        Envelope first = position.next(opened());
        Envelope second = position.next(closed());

        publish(first, first, second, first, second, position.next(opened()));

        soon().untilAsserted(() -> assertThat(effects(id)).containsExactly("1 opened", "2 closed", "3 opened"));
        assertThat(deadLetters(id)).isEmpty();
        soon().untilAsserted(() -> assertThat(applied()).isGreaterThanOrEqualTo(applied + 3));
        assertThat(counter("parley.inbox.skipped", "effect", FOLLOWERS)).isGreaterThanOrEqualTo(skipped + 3);
    }

    @Test
    void gapParksTheSubjectAndOnlyIt() {
        double alarms = alarms("gap");

        publish(
                position.numbered(1, opened()),
                position.numbered(3, closed()),
                otherPosition.next(otherOpened()),
                position.numbered(4, opened()),
                otherPosition.next(otherOpened()));

        soon().untilAsserted(() -> assertThat(deadLetters(id)).hasSize(2));
        soon().untilAsserted(() -> assertThat(effects(other)).containsExactly("1 opened", "2 opened"));
        assertThat(effects(id)).containsExactly("1 opened");
        assertThat(deadLetters(id))
                .extracting(letter -> letter.getString("cause"))
                .containsExactly(
                        subject(id) + " was followed to 1, and 3 came next", "an earlier event of this subject waits");
        assertThat(alarms("gap")).isEqualTo(alarms + 1);
    }

    @Test
    void missingEventThatComesAfterAllIsTakenAndTheOthersGoOnWaiting() {
        publish(
                position.numbered(1, opened()),
                position.numbered(3, opened()),
                position.numbered(2, closed()),
                position.numbered(4, closed()));

        soon().untilAsserted(() -> assertThat(deadLetters(id)).hasSize(2));
        assertThat(effects(id)).containsExactly("1 opened", "2 closed");
    }

    @Test
    void poisonIsKeptWholeAndItsSubjectWaitsBehindIt() {
        ProducerRecord<String, byte[]> poison = Events.record(position.next(opened()));
        var broken = new ProducerRecord<>(
                poison.topic(), null, poison.key(), "{\"positionId\": 17}".getBytes(UTF_8), poison.headers());
        double parked = counter("parley.inbox.parked");

        EventProbe.publish(List.of(broken, Events.record(position.next(closed()))));
        publish(otherPosition.next(otherOpened()));

        soon().untilAsserted(() -> assertThat(deadLetters(id)).hasSize(2));
        soon().untilAsserted(() -> assertThat(effects(other)).containsExactly("1 opened"));
        Document letter = deadLetters(id).getFirst();
        assertThat(letter.getString("consumer")).isEqualTo("trial.positions");
        assertThat(letter.getString("topic")).isEqualTo("session-events");
        assertThat(letter.getString("key")).isEqualTo(id);
        assertThat(letter.get("value", Binary.class).getData()).isEqualTo(broken.value());
        assertThat(letter.getList("headers", Document.class))
                .hasSize(poison.headers().toArray().length);
        assertThat(letter.getString("cause"))
                .isEqualTo("MalformedEventException: the data does not fit position.opened.v1 at \"/positionId\"");
        assertThat(effects(id)).isEmpty();
        assertThat(counter("parley.inbox.parked")).isEqualTo(parked + 2);
    }

    @Test
    void recordThatIsNoEventAtAllHarmsNobody() {
        var noise = new ProducerRecord<>("session-events", null, id, "noise".getBytes(UTF_8));
        var nothing = new ProducerRecord<String, byte[]>("session-events", null, null, null);

        EventProbe.publish(List.of(noise, nothing));
        publish(position.next(opened()));

        soon().untilAsserted(() -> assertThat(effects(id)).containsExactly("1 opened"));
        soon().untilAsserted(
                        () -> assertThat(mongo.getCollection("deadLetters").countDocuments(new Document("key", id)))
                                .isEqualTo(1));
    }

    @Test
    void faultOfTheEffectIsKeptWithItsCause() {
        faults.failEffect(subject(id), new IllegalStateException("no rule for this"));

        publish(position.next(opened()), position.next(closed()));

        soon().untilAsserted(() -> assertThat(deadLetters(id))
                .extracting(letter -> letter.getString("cause"))
                .containsExactly("IllegalStateException: no rule for this", "an earlier event of this subject waits"));
        faults.heal(subject(id));
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheDatabase")
    void faultOfTheDatabaseIsRetriedUntilItIsOverAndBlamesNoRecord(RuntimeException fault) {
        faults.failEffect(subject(id), fault);

        publish(position.next(opened()), position.next(closed()));

        soon().untilAsserted(() -> assertThat(faults.deliveries(subject(id))).isGreaterThanOrEqualTo(3));
        assertThat(deadLetters(id)).isEmpty();
        faults.heal(subject(id));
        soon().untilAsserted(() -> assertThat(effects(id)).containsExactly("1 opened", "2 closed"));
        assertThat(deadLetters(id)).isEmpty();
    }

    static Stream<RuntimeException> faultsOfTheDatabase() {
        return Stream.of(
                new MongoTimeoutException("no server"),
                new DataAccessResourceFailureException("no server"),
                new DomainException.Unavailable("Too many events of this resource wait to be published."));
    }

    @Test
    void crashBetweenEffectAndCommitHasOneEffect() {
        faults.failNextCommit(subject(id), new IllegalStateException("crash"));

        publish(position.next(opened()), position.next(closed()));

        soon().untilAsserted(() -> assertThat(faults.deliveries(subject(id))).isGreaterThanOrEqualTo(3));
        soon().untilAsserted(() -> assertThat(effects(id)).containsExactly("1 opened", "2 closed"));
        assertThat(deadLetters(id)).isEmpty();
    }

    @Test
    void poisonThatComesAgainIsKeptOnceWithItsFirstCause() {
        faults.failEffect(subject(id), new IllegalStateException("no rule for this"));
        faults.failNextCommit(subject(id), new IllegalStateException("crash"));

        publish(position.next(opened()));

        soon().untilAsserted(() -> assertThat(faults.deliveries(subject(id))).isGreaterThanOrEqualTo(2));
        publish(otherPosition.next(otherOpened()));
        soon().untilAsserted(() -> assertThat(deadLetters(id))
                .singleElement()
                .extracting(letter -> letter.getString("cause"))
                .isEqualTo("IllegalStateException: no rule for this"));
        faults.heal(subject(id));
    }

    @Test
    void anotherEventInTheSamePlaceIsAnAlarm() {
        double alarms = alarms("reused");

        publish(position.numbered(1, opened()), position.numbered(1, closed()));

        soon().untilAsserted(() -> assertThat(deadLetters(id))
                .extracting(letter -> letter.getString("cause"))
                .containsExactly(subject(id) + " has two different events with sequence 1"));
        assertThat(alarms("reused")).isEqualTo(alarms + 1);
        assertThat(effects(id)).containsExactly("1 opened");
    }

    @Test
    void eventOfATypeUnknownHereOnlyCountsEvenAsTheFirst() {
        publish(position.next(opened()));
        Envelope first = otherPosition.next(otherOpened());
        EventMetadata of = first.metadata();
        var unknown = new EventMetadata(
                of.id(),
                "position.teleported.v9",
                of.subject(),
                of.sequence(),
                of.organizationId(),
                of.actor(),
                of.correlationId(),
                of.causationId(),
                of.imported(),
                of.time(),
                of.key());
        publish(new Envelope(unknown, new UnknownEvent("position.teleported.v9", Instant.EPOCH)));

        soon().untilAsserted(
                        () -> assertThat(mongo.getCollection("followers").countDocuments(new Document("_id", other)))
                                .isEqualTo(1));
        assertThat(followers.find(organization, other)).isEmpty();
        publish(otherPosition.next(otherOpened()));
        soon().untilAsserted(() -> assertThat(effects(other)).containsExactly("2 opened"));
        assertThat(deadLetters(other)).isEmpty();
    }

    private DomainEvent opened() {
        return new PositionOpened(new PositionId(id), "UTC", Instant.EPOCH);
    }

    private DomainEvent otherOpened() {
        return new PositionOpened(new PositionId(other), "UTC", Instant.EPOCH);
    }

    private DomainEvent closed() {
        return new PositionClosed(new PositionId(id), Instant.EPOCH);
    }

    private static void publish(Envelope... events) {
        EventProbe.publish(Arrays.stream(events).map(Events::record).toList());
    }

    private double alarms(String kind) {
        return counter("parley.inbox.alarms", "consumer", "trial.positions", "kind", kind);
    }

    private long applied() {
        return meters.find("parley.event.freshness").tag("effect", FOLLOWERS).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private double counter(String name) {
        return counter(name, "consumer", "trial.positions");
    }

    private double counter(String name, String... tags) {
        return meters.find(name).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
