package dev.parley.platform.inbox;

import static dev.parley.contracts.EventCodec.text;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import dev.parley.platform.security.CrossTenant;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Records a consumer could not take, and the later records of the same subject that must wait behind them. */
@CrossTenant("a record that cannot be read has no organization to confine it to")
public final class DeadLetters {

    private final MongoCollection<Document> collection;
    private final Clock clock;

    public DeadLetters(MongoTemplate mongo, Clock clock) {
        this.collection = mongo.getCollection("deadLetters");
        this.clock = clock;
        collection.createIndex(
                Indexes.ascending("consumer", "subject", "offset"), new IndexOptions().name("parked-subjects"));
    }

    /** Whether earlier records of this subject wait, so that this one has to follow them. */
    boolean isParked(String consumer, @Nullable String subject) {
        return subject != null
                && collection
                                .find(Filters.and(Filters.eq("consumer", consumer), Filters.eq("subject", subject)))
                                .first()
                        != null;
    }

    /** Keeps the record whole; keeping it twice is keeping it once. */
    void keep(String consumer, ConsumerRecord<String, byte[]> kafkaRecord, String cause) {
        String id = String.join(
                "|",
                consumer,
                kafkaRecord.topic(),
                Integer.toString(kafkaRecord.partition()),
                Long.toString(kafkaRecord.offset()));
        Document letter = new Document("_id", id)
                .append("consumer", consumer)
                .append("topic", kafkaRecord.topic())
                .append("partition", kafkaRecord.partition())
                .append("offset", kafkaRecord.offset())
                .append("subject", text(kafkaRecord.headers(), "ce_subject"))
                .append("key", kafkaRecord.key())
                .append("headers", headers(kafkaRecord.headers()))
                .append("value", kafkaRecord.value() == null ? null : new Binary(kafkaRecord.value()))
                .append("cause", cause)
                .append("at", clock.instant());
        // a record that comes again keeps the cause it was set aside for
        collection.updateOne(
                Filters.eq("_id", id), new Document("$setOnInsert", letter), new UpdateOptions().upsert(true));
    }

    /** How many records wait. */
    public long count() {
        return collection.countDocuments();
    }

    private static List<Document> headers(Headers headers) {
        return Arrays.stream(headers.toArray())
                .map(header -> new Document("name", header.key())
                        .append("value", header.value() == null ? null : new Binary(header.value())))
                .toList();
    }
}
