package dev.parley.platform.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static dev.parley.contracts.EventCodec.text;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import dev.parley.platform.security.CrossTenant;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What operators did with letters: kept for good, without what was in them. */
@CrossTenant("as dead letters are")
public final class Settlements {

    private static final Logger LOG = LoggerFactory.getLogger(Settlements.class);

    private final MongoCollection<Document> collection;
    private final MeterRegistry meters;

    /** How a letter came to its end. */
    public enum Outcome {
        /** Its effect is there. */
        REPLAYED,
        /** The effect of other content is there. */
        REPAIRED,
        /** It is counted as followed, without effect. */
        DISCARDED
    }

    public Settlements(MongoTemplate mongo, MeterRegistry meters) {
        this.collection = mongo.getCollection("settledLetters");
        this.meters = meters;
        collection.createIndex(
                Indexes.ascending("subject", "consumer", "eventId"), new IndexOptions().name("events-of-a-subject"));
        for (Outcome outcome : Outcome.values()) {
            count(outcome, 0);
        }
    }

    /** Notes the end of a letter, once. */
    public void add(Letter letter, Act act, @Nullable String reason) {
        Outcome outcome =
                reason != null ? Outcome.DISCARDED : letter.repair() != null ? Outcome.REPAIRED : Outcome.REPLAYED;
        Document settlement = new Document("consumer", letter.consumer())
                .append("subject", letter.subject())
                .append("eventId", letter.eventId())
                .append("cause", letter.cause())
                .append("outcome", outcome.name())
                .append("reason", reason)
                .append("act", act.write());
        var result = collection.updateOne(
                eq("_id", letter.id()), new Document("$setOnInsert", settlement), new UpdateOptions().upsert(true));
        if (result.getUpsertedId() != null) {
            count(outcome, 1);
            LOG.info("{} of {} was {} by {}", letter.id(), letter.subject(), lower(outcome), act.by());
        }
    }

    /** Whether the letter has come to its end. */
    boolean contains(String letterId) {
        return collection.find(eq("_id", letterId)).first() != null;
    }

    /** Whether an operator let other content, or nothing, stand for this very event. */
    boolean replaced(String consumer, ConsumerRecord<String, byte[]> event) {
        return Optional.ofNullable(text(event.headers(), "ce_id"))
                .map(id -> and(
                        eq("subject", text(event.headers(), "ce_subject")),
                        eq("consumer", consumer),
                        eq("eventId", id),
                        in("outcome", Outcome.REPAIRED.name(), Outcome.DISCARDED.name())))
                .map(same -> collection.find(same).first())
                .isPresent();
    }

    private void count(Outcome outcome, int letters) {
        meters.counter("parley.deadletters.settled", "outcome", lower(outcome)).increment(letters);
    }

    private static String lower(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
