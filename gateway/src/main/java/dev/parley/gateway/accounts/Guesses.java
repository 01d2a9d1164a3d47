package dev.parley.gateway.accounts;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.error.DomainException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow: after a few, each next guess under the same key waits twice as long. Counted in MongoDB before the
 * guess is looked at, so that guesses at the same moment, at several gateways or after Redis is gone are counted too.
 */
@Component
public class Guesses {

    /** People mistype; machines need thousands. */
    static final int FREE = 10;

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofHours(24);

    private final MongoCollection<Document> collection;
    private final DerivedIds ids;
    private final Clock clock;

    Guesses(MongoTemplate mongo, DerivedIds ids, Clock clock) {
        this.collection = mongo.getCollection("guesses");
        this.ids = ids;
        this.clock = clock;
        collection.createIndex(Indexes.ascending("forgetAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /**
     * Counts one guess.
     *
     * @throws DomainException.TooMany while the guesses before it have to be waited for
     */
    public void count(String key) {
        Instant now = clock.instant();
        String id = ids.of("guess/" + key);
        // two first guesses at the same moment both try to make the document
        while (!counted(id, now)) {
            Duration wait = untilNext(id, now);
            if (wait.isPositive()) {
                throw new DomainException.TooMany("Too many attempts: wait before the next.", wait.plusMillis(999));
            }
        }
    }

    private boolean counted(String id, Instant now) {
        try {
            collection.findOneAndUpdate(
                    Filters.and(Filters.eq("_id", id), Filters.lte("notBefore", Date.from(now))),
                    List.of(countedAt(now), slowedAt(now)),
                    new FindOneAndUpdateOptions().upsert(true));
            return true;
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** It was no guess: whoever it was knew. */
    public void forget(String key) {
        collection.deleteOne(Filters.eq("_id", ids.of("guess/" + key)));
    }

    private static Document countedAt(Instant now) {
        return new Document(
                "$set",
                new Document("count", new Document("$add", List.of(new Document("$ifNull", List.of("$count", 0)), 1)))
                        .append("forgetAt", Date.from(now.plus(MEMORY))));
    }

    private static Document slowedAt(Instant now) {
        var doublings = new Document("$subtract", List.of("$count", FREE + 1));
        var growing = new Document("$multiply", List.of(FIRST.toMillis(), new Document("$pow", List.of(2, doublings))));
        var bounded = new Document("$min", List.of(LONGEST.toMillis(), growing));
        var next = new Document("$add", List.of(Date.from(now), bounded));
        // not this moment: one that began a little earlier is free too
        var free = Date.from(Instant.EPOCH);
        return new Document(
                "$set",
                new Document(
                        "notBefore",
                        new Document("$cond", List.of(new Document("$lte", List.of("$count", FREE)), free, next))));
    }

    private Duration untilNext(String id, Instant now) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
                .map(one -> Duration.between(now, one.getDate("notBefore").toInstant()))
                .orElse(Duration.ZERO);
    }
}
