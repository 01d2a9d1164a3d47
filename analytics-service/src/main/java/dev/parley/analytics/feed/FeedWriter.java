package dev.parley.analytics.feed;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.parley.platform.security.CrossTenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the feed. A reader goes by the place within a lane, so of two events of one lane the earlier is always written
 * first; lanes need no order among each other. What comes later all the same is written by {@link LateWriter}.
 */
@Component
@CrossTenant("each event carries its organization, and a batch holds events of many")
final class FeedWriter {

    static final String COLLECTION = "feed";
    static final String PLACES = "places";
    static final String PLACES_OF_A_TYPE = "places-of-a-type";
    static final String LATE = "late";

    private static final String PROGRESS = "progress|";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> feed;

    FeedWriter(MongoTemplate mongo) {
        this.feed = mongo.getCollection(COLLECTION);
        feed.createIndex(Indexes.ascending("organizationId", "lane", "place"), new IndexOptions().name(PLACES));
        feed.createIndex(
                Indexes.ascending("organizationId", "type", "lane", "place"),
                new IndexOptions().name(PLACES_OF_A_TYPE));
        feed.createIndex(
                Indexes.ascending("organizationId", "late"),
                new IndexOptions().name(LATE).unique(true).partialFilterExpression(exists("late")));
    }

    /** With what is here already of these records. */
    Arrivals arrivals(List<ConsumerRecord<String, byte[]>> records) {
        List<String> keys = records.stream().flatMap(EventKey::asked).distinct().toList();
        Map<String, Kept> kept = new HashMap<>();
        feed.find(in("_id", keys))
                .projection(include("eventId", "place"))
                .forEach(one -> kept.put(one.getString("_id"), kept(one)));
        return new Arrivals(kept, this::find);
    }

    /** What is kept under this key. */
    @Nullable
    Kept find(String key) {
        @Nullable Document found = feed.find(eq("_id", key)).first();
        return found == null ? null : kept(found);
    }

    /** One after the other, then how far the records went: a crash in between repeats them, and that changes nothing. */
    void write(List<Arrival> arrivals, List<ConsumerRecord<String, byte[]>> records) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        arrivals.forEach(one -> writes.add(
                new UpdateOneModel<>(eq("_id", one.key()), new Document("$setOnInsert", one.document()), UPSERT)));
        Map<Integer, Long> ends = new HashMap<>();
        records.forEach(one -> ends.merge(Lane.of(one), one.offset() + 1, Math::max));
        ends.forEach((lane, end) ->
                writes.add(new UpdateOneModel<>(eq("_id", PROGRESS + lane), Updates.max("next", end), UPSERT)));
        if (!writes.isEmpty()) {
            feed.bulkWrite(writes);
        }
    }

    /** The first offset whose record is not taken yet. */
    long next(String topic, int partition) {
        Document progress =
                feed.find(eq("_id", PROGRESS + Lane.of(topic, partition))).first();
        return progress == null ? 0 : progress.getLong("next");
    }

    private static Kept kept(Document document) {
        return new Kept(document.getString("eventId"), document.getLong("place"));
    }
}
