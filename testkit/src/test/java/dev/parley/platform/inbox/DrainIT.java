package dev.parley.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.ServiceTest;
import dev.parley.platform.trial.Follower;
import dev.parley.testkit.Events;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A listener and those who drain, step by step in every order that matters; no letter is ever left behind. */
class DrainIT extends ServiceTest {

    private final String id = newId();
    private final Events position = Events.of(organization, AggregateKind.POSITION, id);
    private final Consumer consumer = new Consumer("drained." + id);
    private final Act act = new Act("user/op", "127.0.0.1", Instant.EPOCH, "drain-of-a-test");
    private long offset;

    @Autowired
    private Clock clock;

    @Value("${spring.mongodb.uri}")
    private String uri;

    private Settlements settlements;
    private DeadLetters letters;
    private Inbox inbox;
    private InboxReplays replays;

    /** Follows positions; what else happens at a step of it is up to the test, once per entry. */
    private final class Consumer implements EventConsumer {
        private final String name;
        private final Deque<Runnable> beforeEffect = new ArrayDeque<>();
        private final Deque<Runnable> afterGap = new ArrayDeque<>();

        Consumer(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void apply(Envelope event) {
            try {
                followers.react(event, event.subject().id(), _ -> {
                    runOne(beforeEffect);
                    return Follower.after(event);
                });
            } catch (SequenceGapException e) {
                runOne(afterGap);
                throw e;
            }
        }

        private static void runOne(Deque<Runnable> steps) {
            Runnable step = steps.poll();
            if (step != null) {
                step.run();
            }
        }
    }

    /** Does something, once, when a command with this word in it has been carried out. */
    private static final class Step implements CommandListener {
        private final String word;
        private final Runnable action;
        private int awaited;
        private boolean done;

        Step(String word, Runnable action) {
            this.word = word;
            this.action = action;
        }

        boolean done() {
            return done;
        }

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (!done && event.getCommand().toString().contains(word)) {
                awaited = event.getRequestId();
            }
        }

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            if (!done && event.getRequestId() == awaited) {
                done = true;
                action.run();
            }
        }
    }

    @BeforeEach
    void wire() {
        var meters = new SimpleMeterRegistry();
        settlements = new Settlements(mongo, meters);
        letters = new DeadLetters(mongo);
        inbox = new Inbox(letters, settlements, new InboxMeters(meters), clock);
        replays = new InboxReplays(Stream.of(consumer), letters, settlements);
    }

    @Test
    void drainThatEndsBetweenTheDecisionToParkAndTheParking() {
        Letter first = aFirstLetter();
        consumer.afterGap.add(() -> assertThat(drain(first).settled()).isEqualTo(1));

        inbox.receive(consumer, next());

        nothingIsLeftAndAllIsThere(2);
    }

    @Test
    void drainThatEndsRightAfterTheListenerHasAskedWhatItsRecordWaitsFor() {
        Letter first = aFirstLetter();
        Step afterAsking = new Step("followedBy", () -> drain(first));
        try (var client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .addCommandListener(afterAsking)
                .build())) {
            var observed =
                    new DeadLetters(new MongoTemplate(client, mongo.getDb().getName()));
            new Inbox(observed, settlements, new InboxMeters(new SimpleMeterRegistry()), clock)
                    .receive(consumer, next());
        }

        assertThat(afterAsking.done()).isTrue();
        nothingIsLeftAndAllIsThere(2);
    }

    @Test
    void drainThatTakesTheLetterBeforeItsListenerHasAskedWhatItWaitsFor() {
        Letter first = aFirstLetter();
        ConsumerRecord<String, byte[]> second = next();
        Letter joining = Letter.of(consumer.name(), second, "waits", clock.instant());
        letters.keep(joining);

        assertThat(drain(first).settled()).isEqualTo(2);

        assertThat(letters.isInCompany(joining)).isFalse();
        inbox.receive(consumer, second);
        nothingIsLeftAndAllIsThere(2);
    }

    @Test
    void drainThatEndsAfterTheLetterWasKeptAndDidNotSeeIt() {
        Letter first = aFirstLetter();
        ConsumerRecord<String, byte[]> second = next();
        // the drain has removed the first letter, looked for the next, and found none
        drain(first);
        letters.keep(Letter.of(consumer.name(), second, "waits", clock.instant()));

        inbox.receive(consumer, second);

        assertThat(effects(id)).containsExactly("1 opened", "2 opened");
        assertThat(drain(first).waiting()).isZero();
        nothingIsLeftAndAllIsThere(2);
    }

    @Test
    void recordThatArrivesWhileTheSubjectIsDrainedIsDrainedToo() {
        Letter first = aFirstLetter();
        ConsumerRecord<String, byte[]> second = next();
        consumer.beforeEffect.add(() -> inbox.receive(consumer, second));

        assertThat(drain(first).settled()).isEqualTo(2);

        nothingIsLeftAndAllIsThere(2);
    }

    @Test
    void recordThatComesAgainAfterItWasDrainedIsNotKept() {
        Letter first = aFirstLetter();
        drain(first);

        inbox.receive(consumer, first.content());

        nothingIsLeftAndAllIsThere(1);
    }

    @Test
    void severalWhoDrainAtOnceApplyEverythingOnceAndInOrder() throws Exception {
        Letter first = aFirstLetter();
        IntStream.range(0, 40).forEach(_ -> inbox.receive(consumer, next()));
        List<Future<Drained>> drains = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int at = 0; at < 3; at++) {
                drains.add(executor.submit(() -> drain(first)));
            }
        }

        for (Future<Drained> drain : drains) {
            assertThat(drain.get().stopped()).isNull();
        }
        nothingIsLeftAndAllIsThere(41);
    }

    private Letter aFirstLetter() {
        consumer.beforeEffect.add(() -> {
            throw new IllegalStateException("no rule for this yet");
        });
        inbox.receive(consumer, next());
        List<Letter> found = letters.queue(Letter.of(consumer.name(), record(1), "", Instant.EPOCH), 2);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Drained drain(Letter letter) {
        return replays.replay(letter, act);
    }

    private void nothingIsLeftAndAllIsThere(int events) {
        assertThat(letters.waiting(Letter.of(consumer.name(), record(1), "", Instant.EPOCH)))
                .isZero();
        assertThat(effects(id))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, events)
                        .mapToObj(number -> number + " opened")
                        .toList());
    }

    private ConsumerRecord<String, byte[]> next() {
        return at(++offset, Events.record(position.next(opened())));
    }

    private ConsumerRecord<String, byte[]> record(long sequence) {
        return at(0, Events.record(position.numbered(sequence, opened())));
    }

    private static ConsumerRecord<String, byte[]> at(long offset, ProducerRecord<String, byte[]> published) {
        var read = new ConsumerRecord<>(published.topic(), 0, offset, published.key(), published.value());
        published.headers().forEach(read.headers()::add);
        return read;
    }

    private PositionOpened opened() {
        return new PositionOpened(new PositionId(id), "UTC", Instant.EPOCH);
    }
}
