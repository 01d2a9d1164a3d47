package dev.parley.gateway.apikeys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** When each key was last used, to the minute and written at most every five; apart from the keys, whose version counts commands. */
@Component
class KeyUses {

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final MongoCollection<Document> collection;
    private final Clock clock;
    private final Cache<String, Boolean> written =
            Caffeine.newBuilder().expireAfterWrite(EVERY).maximumSize(20_000).build();

    KeyUses(MongoTemplate mongo, Clock clock) {
        this.collection = mongo.getCollection("apiKeyUses");
        this.clock = clock;
    }

    void note(String id) {
        if (written.asMap().putIfAbsent(id, true) == null) {
            Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
            collection.updateOne(Filters.eq("_id", id), Updates.max("at", minute), new UpdateOptions().upsert(true));
        }
    }

    Map<String, Instant> of(Collection<String> ids) {
        Map<String, Instant> uses = new HashMap<>();
        for (Document use : collection.find(Filters.in("_id", ids))) {
            uses.put(use.getString("_id"), use.getDate("at").toInstant());
        }
        return uses;
    }
}
