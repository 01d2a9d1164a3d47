package dev.parley.gateway.setup;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Updates;
import dev.parley.platform.error.DomainException;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Whether set-up is done, and who is at it. */
@Component
class SetupClaim {

    private static final String ID = "setup";

    private final MongoCollection<Document> collection;
    private final Duration claim;

    SetupClaim(MongoTemplate mongo, SetupProperties properties) {
        this.collection = mongo.getCollection("installation");
        this.claim = properties.claim();
    }

    boolean done() {
        return collection
                        .find(Filters.and(Filters.eq("_id", ID), Filters.exists("doneAt")))
                        .first()
                != null;
    }

    /**
     * Keeps other attempts away for a while; one that crashed is forgotten after that.
     *
     * @throws DomainException.NotYet while another attempt is under way
     */
    void take(Instant now) {
        try {
            collection.findOneAndUpdate(
                    Filters.and(Filters.eq("_id", ID), Filters.lt("claimedUntil", now)),
                    Updates.set("claimedUntil", now.plus(claim)),
                    new FindOneAndUpdateOptions().upsert(true));
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) == ErrorCategory.DUPLICATE_KEY) {
                throw new DomainException.NotYet("Somebody is setting up at this moment.", claim);
            }
            throw e;
        }
    }

    /** Gives up a claim after a refusal, so that a corrected request need not wait. */
    void release(Instant now) {
        collection.updateOne(Filters.eq("_id", ID), Updates.set("claimedUntil", now.minusMillis(1)));
    }

    void finish(Instant now) {
        collection.updateOne(Filters.eq("_id", ID), Updates.set("doneAt", now));
    }
}
