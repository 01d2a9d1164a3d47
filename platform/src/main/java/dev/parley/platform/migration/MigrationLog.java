package dev.parley.platform.migration;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Which migrations have been applied to this service's database. */
final class MigrationLog {

    private final MongoCollection<Document> applied;

    MigrationLog(MongoTemplate mongo) {
        this.applied = mongo.getCollection("migrations");
    }

    Set<Integer> versions() {
        return applied.find().map(entry -> entry.getInteger("_id")).into(new HashSet<>());
    }

    /** Noting it again changes nothing. */
    void note(Migration migration, long documents, Instant now) {
        applied.updateOne(
                Filters.eq(migration.version()),
                Updates.combine(
                        Updates.setOnInsert("purpose", migration.purpose()),
                        Updates.setOnInsert("documents", documents),
                        Updates.setOnInsert("appliedAt", now)),
                new UpdateOptions().upsert(true));
    }
}
