package dev.parley.bench.events;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.Topic;
import dev.parley.platform.outbox.OutboxEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The raw clients, as durable as the platform's own, with documents and a topic of the same form. */
final class Bare implements AutoCloseable {

    static final String TOPIC = "bare-events";

    private final MongoClient client;
    private final KafkaProducer<String, byte[]> producer;

    Bare(Engines engines) throws InterruptedException, ExecutionException {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(engines.mongoUri()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build());
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        engines.kafkaBootstrap(),
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
        try (var admin = Admin.create(Map.of("bootstrap.servers", engines.kafkaBootstrap()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Topic.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** One with the indexes that the platform gives its own. */
    MongoCollection<Document> collection(String name) {
        MongoCollection<Document> collection = client.getDatabase("bare").getCollection(name);
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending("organizationId"), Indexes.descending("createdAt", "_id")));
        collection.createIndex(Indexes.ascending("outboxSince"), new IndexOptions().sparse(true));
        return collection;
    }

    /** Sends the event, waits for its acknowledgement, takes it out of the outbox and unmarks the document. */
    void publish(MongoCollection<Document> collection, OutboxEntry event) {
        String id = event.metadata().key();
        long sequence = event.metadata().sequence();
        send(record(event));
        MongoCollection<Document> relaxed = collection.withWriteConcern(WriteConcern.W1.withJournal(false));
        Bson nothingNewer = Filters.and(Filters.eq("_id", id), Filters.nor(Filters.gt("outbox.sequence", sequence)));
        Bson acknowledged = Updates.pull("outbox", Filters.lte("sequence", sequence));
        if (relaxed.updateOne(nothingNewer, Updates.combine(acknowledged, Updates.unset("outboxSince")))
                        .getMatchedCount()
                == 0) {
            relaxed.updateOne(Filters.eq("_id", id), acknowledged);
        }
    }

    static ProducerRecord<String, byte[]> record(OutboxEntry event) {
        var own = EventCodec.toRecord(event.metadata(), event.json().getBytes(StandardCharsets.UTF_8), null);
        return new ProducerRecord<>(TOPIC, null, own.key(), own.value(), own.headers());
    }

    private void send(ProducerRecord<String, byte[]> event) {
        try {
            producer.send(event).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused an event", e.getCause());
        }
    }

    KafkaProducer<String, byte[]> producer() {
        return producer;
    }

    @Override
    public void close() {
        producer.close();
        client.close();
    }
}
