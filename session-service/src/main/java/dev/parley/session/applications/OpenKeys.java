package dev.parley.session.applications;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.migration.Migration;
import dev.parley.platform.security.CrossTenant;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Gives open applications from before there were keys the key that forbids a second one; the oldest of several gets it. */
@Component
@CrossTenant("documents of every organization are brought to the new form")
final class OpenKeys implements Migration {

    private static final Bson WITHOUT_KEY =
            Filters.and(Filters.eq("state.outcome", null), Filters.exists("state.openKey", false));

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String purpose() {
        return "open applications get the key that forbids a second one";
    }

    @Override
    public long apply(MongoTemplate mongo) {
        MongoCollection<Document> applications = mongo.getCollection(Application.TYPE.collection());
        long changed = 0;
        for (Document found : applications.find(WITHOUT_KEY).sort(Sorts.ascending("createdAt", "_id"))) {
            changed += giveKey(applications, found);
        }
        return changed;
    }

    private static long giveKey(MongoCollection<Document> applications, Document found) {
        Document state = found.get("state", Document.class);
        String key = Application.openKey(
                new CandidateId(state.getString("candidateId")), new PositionId(state.getString("positionId")));
        Bson still = Filters.and(Filters.eq(found.getString("_id")), WITHOUT_KEY);
        Bson keyed = Updates.combine(Updates.set("state.openKey", key), Updates.inc("version", 1L));
        try {
            return applications.updateOne(still, keyed).getModifiedCount();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return 0;
            }
            throw e;
        }
    }
}
