package dev.parley.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.EventCodec;
import dev.parley.contracts.Topic;
import dev.parley.platform.Service.Answer;
import dev.parley.platform.ServiceTest;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.IdempotencyKey;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import dev.parley.testkit.EventProbe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class OutboxIT extends ServiceTest {

    private static final int WRITERS = 16;
    private static final int COMMANDS = 5;

    @Autowired
    private Clock clock;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Test
    void concurrentWritersLeaveOneGaplessHistoryInOrder() throws Exception {
        String id = anOpening();
        int expected = 1 + WRITERS * COMMANDS;

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            IntStream.range(0, WRITERS).forEach(_ -> writers.add(executor.submit(() -> turnOften(id))));
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        assertThat(document(id).getLong("version")).isEqualTo(expected);
        Map<Long, List<String>> published = idsBySequence(recordsUpTo(id, expected));
        assertThat(published.keySet())
                .as("first occurrences, in the order on the topic")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, expected).boxed().toList());
        assertThat(published.values())
                .allSatisfy(ids -> assertThat(Set.copyOf(ids)).hasSize(1));
        soon().untilAsserted(() -> assertThat(effects(id)).hasSize(expected));
        assertThat(deadLetters(id)).isEmpty();
    }

    private void turnOften(String id) {
        for (int done = 0; done < COMMANDS; done++) {
            CommandContext command = command();
            boolean stored = false;
            while (!stored) {
                try {
                    openings.handle(command, id, state -> state.turn(command.now()));
                    stored = true;
                } catch (DomainException.Unavailable _) {
                    stored = false;
                }
            }
        }
    }

    private CommandContext command() {
        var caller = new Caller(newId(), PrincipalType.USER, Set.of(), Set.of(), organization, "127.0.0.1");
        return new CommandContext(caller, newId(), new IdempotencyKey(newId(), "payload"), null, clock.instant());
    }

    private static Map<Long, List<String>> idsBySequence(List<ConsumerRecord<String, byte[]>> records) {
        Map<Long, List<String>> ids = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> one : records) {
            var metadata = EventCodec.read(one).metadata();
            ids.computeIfAbsent(metadata.sequence(), _ -> new ArrayList<>()).add(metadata.id());
        }
        return ids;
    }

    @Test
    void undisturbedEventIsPublishedOnce() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(anOpening());
        }

        ids.forEach(this::awaitEmptyOutbox);
        try (var probe = new EventProbe(Topic.SESSION)) {
            assertThat(probe.records(20, one -> ids.contains(one.subject().id())))
                    .hasSize(20);
        }
    }

    @Test
    void eventsOfACrashedInstanceAreSweptUp() {
        String id = newId();
        documents()
                .insertOne(Waiting.document(
                        organization,
                        id,
                        Waiting.event(organization, id, 1, "UTC"),
                        Waiting.event(organization, id, 2, "UTC")));

        awaitEmptyOutbox(id);

        assertThat(recordsUpTo(id, 2))
                .extracting(one -> EventCodec.read(one).sequence())
                .containsExactly(1L, 2L);
        assertThat(document(id).getLong("version"))
                .as("the relay never changes it")
                .isEqualTo(7);
        assertThat(document(id).getLong("sequence")).isEqualTo(2);
    }

    @Test
    void crashBeforeTheRemovalRepeatsTheEventAndConsumersSkipIt() {
        String id = newId();
        OutboxEntry published = Waiting.event(organization, id, 1, "UTC");
        EventProbe.publish(List.of(published.toRecord()));
        soon().untilAsserted(() -> assertThat(effects(id)).containsExactly("1 opened"));

        documents().insertOne(Waiting.document(organization, id, published, Waiting.event(organization, id, 2, "UTC")));
        awaitEmptyOutbox(id);

        assertThat(recordsUpTo(id, 2))
                .extracting(one -> EventCodec.read(one).sequence())
                .containsExactly(1L, 1L, 2L);
        soon().untilAsserted(() -> assertThat(effects(id)).containsExactly("1 opened", "2 opened"));
        assertThat(deadLetters(id)).isEmpty();
    }

    @Test
    void crashRightAfterTheRemovalLeavesNothingThatSeemsToWait() {
        String id = newId();
        documents().insertOne(Waiting.withOutbox(organization, id, List.of()));

        soon().untilAsserted(() -> assertThat(document(id)).doesNotContainKey("outboxSince"));
    }

    @Test
    void moreDocumentsThanAreTakenAtOnceTakeTheirTurnsWithoutTheSweeper() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            String id = newId();
            ids.add(id);
            documents()
                    .insertOne(Waiting.hidden(
                            Waiting.document(organization, id, Waiting.event(organization, id, 1, "UTC"))));
        }
        var gate = new CountDownLatch(1);
        try (var executor = Executors.newSingleThreadExecutor()) {
            Future<?> gateKeeper = executor.submit(() -> {
                gate.await();
                return gate;
            });
            var relay = new OutboxRelay(mongo, new EventPublisher(kafka, new SimpleMeterRegistry()), executor);

            ids.forEach(id -> relay.publishSoon("openings", id, List.of()));
            gate.countDown();
            gateKeeper.get();
        }

        assertThat(ids)
                .allSatisfy(id -> assertThat(document(id).getList("outbox", Document.class))
                        .isEmpty());
    }

    @Test
    void eventThatCameMeanwhileKeepsItsDocumentMarked() throws Exception {
        String id = newId();
        OutboxEntry first = Waiting.event(organization, id, 1, "UTC");
        documents()
                .insertOne(Waiting.hidden(
                        Waiting.document(organization, id, first, Waiting.event(organization, id, 2, "UTC"))));
        try (var executor = Executors.newSingleThreadExecutor()) {
            var relay = new OutboxRelay(mongo, new EventPublisher(kafka, new SimpleMeterRegistry()), executor);
            relay.publishSoon("openings", id, List.of(first));
        }

        soon().untilAsserted(() -> assertThat(document(id).getList("outbox", Document.class))
                .extracting(entry -> entry.getLong("sequence"))
                .containsExactly(2L));
        assertThat(document(id)).containsKey("outboxSince");

        documents().updateOne(new Document("_id", id), Waiting.reveal());
        awaitEmptyOutbox(id);
        assertThat(recordsUpTo(id, 2))
                .extracting(one -> EventCodec.read(one).sequence())
                .containsExactly(1L, 2L);
    }

    @Test
    void whatKafkaDoesNotTakeStaysUntilItDoes() {
        String id = newId();
        documents()
                .insertOne(
                        Waiting.hidden(Waiting.document(organization, id, Waiting.event(organization, id, 1, "UTC"))));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var relay = new OutboxRelay(mongo, toNowhere(), executor);
            assertThatThrownBy(() -> relay.publish("openings", id)).isInstanceOf(EventPublisher.PublishException.class);
        }
        assertThat(document(id).getList("outbox", Document.class)).hasSize(1);

        documents().updateOne(new Document("_id", id), Waiting.reveal());
        awaitEmptyOutbox(id);
        assertThat(recordsUpTo(id, 1)).hasSize(1);
    }

    private static EventPublisher toNowhere() {
        var factory = new DefaultKafkaProducerFactory<String, byte[]>(
                Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 300),
                new StringSerializer(),
                new ByteArraySerializer());
        return new EventPublisher(new KafkaTemplate<>(factory), new SimpleMeterRegistry());
    }

    @Test
    void documentNobodyCanReadDoesNotHoldUpTheOthers() {
        String broken = newId();
        var entry = Waiting.event(organization, broken, 1, "UTC").write().append("kind", "nonsense");
        documents().insertOne(Waiting.withOutbox(organization, broken, List.of(entry)));
        String id = newId();
        documents().insertOne(Waiting.document(organization, id, Waiting.event(organization, id, 1, "UTC")));

        awaitEmptyOutbox(id);

        assertThat(recordsUpTo(id, 1)).hasSize(1);
        documents().deleteOne(new Document("_id", broken));
    }

    @Test
    void eventThatIsTooLargeIsRefusedBeforeAnythingIsStored() {
        String letters = "€".repeat(180 * 1024);

        Answer answer = recruiter().post(OPENINGS, "{\"timeZone\": \"" + letters + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("detail").asString()).isEqualTo("One event would exceed 512 kB.");
        assertThat(documents().countDocuments(new Document("organizationId", organization.value())))
                .isZero();
    }

    @Test
    void commandsWaitWhenTooMuchIsPending() {
        String id = newId();
        String letters = "x".repeat(400 * 1024);
        documents()
                .insertOne(Waiting.hidden(Waiting.document(
                        organization,
                        id,
                        Waiting.event(organization, id, 1, letters),
                        Waiting.event(organization, id, 2, letters),
                        Waiting.event(organization, id, 3, letters))));

        Answer refused = recruiter().post(OPENINGS + "/" + id + "/turn", "{}");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        assertThat(document(id).getLong("version")).isEqualTo(7);
        assertThat(recruiter().post(OPENINGS + "/" + id + "/remarks", """
                                {"text": "no event"}""").status())
                .isEqualTo(200);

        documents().updateOne(new Document("_id", id), Waiting.reveal());
        awaitEmptyOutbox(id);
        assertThat(recruiter().post(OPENINGS + "/" + id + "/turn", "{}").status())
                .isEqualTo(200);
    }

    private void awaitEmptyOutbox(String id) {
        soon().untilAsserted(() -> {
            assertThat(document(id).getList("outbox", Document.class)).isEmpty();
            assertThat(document(id)).doesNotContainKey("outboxSince");
        });
    }
}
