package dev.parley.platform.migration;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes it rare that two instances do the same work at the same time; it does not make it impossible. */
final class Lease {

    private final MongoCollection<Document> leases;
    private final Clock clock;
    private final Duration length;
    private final String name;
    private final String holder = UUID.randomUUID().toString();

    Lease(MongoTemplate mongo, Clock clock, Duration length, String name) {
        this.leases = mongo.getCollection("leases");
        this.clock = clock;
        this.length = length;
        this.name = name;
    }

    /** Takes or renews it; false while another instance holds it. */
    boolean take() {
        Instant now = clock.instant();
        var mineOrOver =
                Filters.and(Filters.eq(name), Filters.or(Filters.eq("holder", holder), Filters.lt("until", now)));
        var mine = Updates.combine(Updates.set("holder", holder), Updates.set("until", now.plus(length)));
        try {
            leases.updateOne(mineOrOver, mine, new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    void giveBack() {
        leases.deleteOne(Filters.and(Filters.eq(name), Filters.eq("holder", holder)));
    }
}
