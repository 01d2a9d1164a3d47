package dev.parley.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to topics what no service would write. */
final class Records {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int LOOK_BACK = 400;

    private final String bootstrap;
    private final String organization;
    private final JsonLines poison;
    private final Random random;

    Records(String bootstrap, String organization, JsonLines poison, long seed) {
        this.bootstrap = bootstrap;
        this.organization = organization;
        this.poison = poison;
        this.random = new Random(seed);
    }

    /** Old records of each partition again, byte for byte, in another order, every fifth twice; gives how many. */
    int redeliver(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> old = old(topic);
        Collections.shuffle(old, random);
        List<ConsumerRecord<byte[], byte[]>> chosen = new ArrayList<>(old.subList(0, Math.min(count, old.size())));
        chosen.addAll(List.copyOf(chosen.subList(0, chosen.size() / 5)));
        try (var producer = producer()) {
            chosen.forEach(one ->
                    producer.send(new ProducerRecord<>(topic, one.partition(), one.key(), one.value(), one.headers())));
            producer.flush();
        }
        return chosen.size();
    }

    /** Gives its place, which is also noted for the checker. */
    String poison(String topic) {
        String id = UUID.randomUUID().toString();
        String kind = topic.equals("scoring-events") ? "evaluation" : "session";
        String type = kind.equals("session") ? "session.scheduled.v1" : "evaluation.opened.v1";
        var headers = headers(kind + "/" + id, type, topic);
        try (var producer = producer()) {
            RecordMetadata place = producer.send(
                            new ProducerRecord<>(topic, null, id.getBytes(UTF_8), "{\"broken".getBytes(UTF_8), headers))
                    .get();
            poison.write(Map.of("topic", topic, "partition", place.partition(), "offset", place.offset()));
            return place.toString();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Headers headers(String subject, String type, String topic) {
        var headers = new RecordHeaders();
        Map.of(
                        "content-type",
                        "application/json",
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/parley/" + topic.replace("-events", "-service"),
                        "ce_type",
                        type,
                        "ce_time",
                        "2026-01-01T00:00:00.000Z",
                        "ce_subject",
                        subject,
                        "ce_sequence",
                        "00000000000000000001",
                        "ce_organizationid",
                        organization,
                        "ce_actor",
                        "chaos")
                .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        headers.add("ce_correlationid", UUID.randomUUID().toString().getBytes(UTF_8));
        headers.add("ce_imported", "false".getBytes(UTF_8));
        return headers;
    }

    private List<ConsumerRecord<byte[], byte[]>> old(String topic) {
        List<ConsumerRecord<byte[], byte[]>> old = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - LOOK_BACK)));
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(POLL).forEach(old::add);
            }
        }
        // a poisoned record that came again would be one more that nobody announced
        old.removeIf(one -> one.headers().lastHeader("ce_actor") != null
                && new String(one.headers().lastHeader("ce_actor").value(), UTF_8).equals("chaos"));
        return old;
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
