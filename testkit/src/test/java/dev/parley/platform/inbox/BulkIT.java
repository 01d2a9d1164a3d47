package dev.parley.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.ServiceTest;
import dev.parley.platform.aggregate.AggregateConsumer;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.trial.Follower;
import dev.parley.testkit.DatabaseCommands;
import dev.parley.testkit.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Batches as they come: what they cost, and that nothing in them keeps anything else from its effect. */
class BulkIT extends ServiceTest {

    private final Consumer consumer = new Consumer("bulk." + newId());
    private final Map<String, Events> positions = new HashMap<>();
    private long offset;

    @Autowired
    private Inbox inbox;

    @Autowired
    private DatabaseCommands.Recorder commands;

    /** Follows positions; what else happens in the effect of a subject is up to the test, once. */
    private final class Consumer implements AggregateConsumer<Follower> {
        private final String name;
        private final Map<String, Runnable> once = new HashMap<>();

        Consumer(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public AggregateStore<Follower> store() {
            return followers;
        }

        @Override
        public Optional<String> target(Envelope event) {
            return Optional.of(event.subject().id());
        }

        @Override
        public Change<Follower> react(@Nullable Follower state, Envelope event) {
            Optional.ofNullable(once.remove(event.subject().id())).ifPresent(Runnable::run);
            return Follower.after(event);
        }
    }

    @Test
    void manyEventsOfManySubjectsAreOneQueryAndOneWriteOfEachKind() {
        List<String> ids = Stream.generate(ServiceTest::newId).limit(20).toList();
        var first = Stream.concat(ids.stream(), ids.stream()).map(this::next).toList();
        List<String> more = Stream.generate(ServiceTest::newId).limit(20).toList();
        var second = Stream.concat(ids.stream(), more.stream()).map(this::next).toList();

        assertThat(commands.during(() -> inbox.receiveAll(consumer, first)))
                .containsExactly("find followers", "insert followers");
        assertThat(commands.during(() -> inbox.receiveAll(consumer, second)))
                .containsExactlyInAnyOrder("find followers", "update followers", "insert followers");

        assertThat(ids).allSatisfy(id -> {
            assertThat(effects(id)).containsExactly("1 opened", "2 opened", "3 opened");
            assertThat(followers.get(organization, id).version())
                    .as("as if they had come one by one")
                    .isEqualTo(3);
        });
        assertThat(more).allSatisfy(id -> assertThat(effects(id)).containsExactly("1 opened"));
    }

    @Test
    void repeatsInABatchAndOfAWholeBatchCountOnce() {
        String id = newId();
        var one = next(id);
        var two = next(id);

        inbox.receiveAll(consumer, List.of(one, one, two, one, two));
        inbox.receiveAll(consumer, List.of(one, two));

        assertThat(effects(id)).containsExactly("1 opened", "2 opened");
        assertThat(letters(id)).isEmpty();
    }

    @Test
    void faultsOfSomeRecordsHarmTheirSubjectsOnly() {
        String bad = newId();
        String gap = newId();
        List<String> good = Stream.generate(ServiceTest::newId).limit(5).toList();
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        batch.add(new ConsumerRecord<>("session-events", 0, ++offset, bad, "noise".getBytes(UTF_8)));
        good.stream().map(this::next).forEach(batch::add);
        batch.add(next(bad));
        batch.add(next(bad));
        next(gap);
        batch.add(next(gap));
        good.stream().map(this::next).forEach(batch::add);
        consumer.once.put(bad, () -> {
            // in bulk, and alone again
            consumer.once.put(bad, () -> {
                throw new IllegalStateException("no rule for this");
            });
            throw new IllegalStateException("no rule for this");
        });

        inbox.receiveAll(consumer, batch);

        assertThat(good).allSatisfy(id -> assertThat(effects(id)).containsExactly("1 opened", "2 opened"));
        assertThat(effects(bad)).isEmpty();
        assertThat(letters(bad))
                .containsExactly("IllegalStateException: no rule for this", "an earlier event of this subject waits");
        assertThat(letters(gap)).containsExactly(subject(gap) + " was followed to 0, and 2 came next");
        assertThat(mongo.getCollection("deadLetters")
                        .countDocuments(new Document("consumer", consumer.name).append("subject", null)))
                .isEqualTo(1);
    }

    @Test
    void whoeverWritesToADocumentMeanwhileDelaysItOnly() {
        List<String> ids = Stream.generate(ServiceTest::newId).limit(3).toList();
        String disturbed = ids.get(1);
        String taken = newId();
        inbox.receiveAll(consumer, ids.stream().map(this::next).toList());
        var rest = Stream.concat(ids.stream(), Stream.of(taken)).map(this::next).toList();
        consumer.once.put(disturbed, () -> inbox.receive(consumer, rest.get(1)));
        consumer.once.put(taken, () -> inbox.receive(consumer, rest.get(3)));

        inbox.receiveAll(consumer, rest);

        assertThat(ids).allSatisfy(id -> assertThat(effects(id)).containsExactly("1 opened", "2 opened"));
        assertThat(effects(taken)).containsExactly("1 opened");
        assertThat(letters(disturbed)).isEmpty();
    }

    @Test
    void documentThatIsNeverLeftInPeaceIsTakenAloneWithoutLossOrRepeat() {
        String busy = newId();
        inbox.receiveAll(consumer, List.of(next(busy)));
        disturb(busy, 5);

        inbox.receiveAll(consumer, List.of(next(busy), next(busy)));

        assertThat(effects(busy)).containsExactly("1 opened", "2 opened", "3 opened");
        assertThat(letters(busy)).isEmpty();
    }

    /** Each time the effect is decided, the version moves on. */
    private void disturb(String id, int times) {
        if (times > 0) {
            consumer.once.put(id, () -> {
                mongo.getCollection("followers")
                        .updateOne(new Document("_id", id), new Document("$inc", new Document("version", 1L)));
                disturb(id, times - 1);
            });
        }
    }

    private List<String> letters(String id) {
        return deadLetters(id).stream().map(letter -> letter.getString("cause")).toList();
    }

    private ConsumerRecord<String, byte[]> next(String id) {
        Events position = positions.computeIfAbsent(id, _ -> Events.of(organization, AggregateKind.POSITION, id));
        ProducerRecord<String, byte[]> published =
                Events.record(position.next(new PositionOpened(new PositionId(id), "UTC", Instant.EPOCH)));
        var read = new ConsumerRecord<>(published.topic(), 0, ++offset, published.key(), published.value());
        published.headers().forEach(read.headers()::add);
        return read;
    }
}
