package dev.parley.session.history;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import dev.parley.contracts.id.JobId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.crypto.PersonalData;
import dev.parley.platform.crypto.PersonalKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of running imports, in chunks encrypted under a key of the job; gone, with the key, when the job is over.
 * Rows of a request that was never acknowledged go by themselves after a week.
 */
@Component
class HistoryRows {

    static final int CHUNK = 8;
    private static final String FIELD = "rows";
    private static final int DAYS_KEPT = 7;
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final MongoCollection<Document> collection;
    private final PersonalData personalData;
    private final JsonMapper json;
    private final Clock clock;

    HistoryRows(MongoTemplate mongo, PersonalData personalData, JsonMapper json, Clock clock) {
        this.collection = mongo.getCollection("historyRows");
        this.personalData = personalData;
        this.json = json;
        this.clock = clock;
        collection.createIndex(
                Indexes.ascending("keptAt"), new IndexOptions().expireAfter((long) DAYS_KEPT, TimeUnit.DAYS));
        collection.createIndex(Indexes.ascending("organizationId", "jobId"));
    }

    void keep(OrganizationId organization, JobId job, List<String> rows) {
        PersonalKey key = personalData.of(organization, owner(job));
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<String> chunk = rows.subList(from, Math.min(from + CHUNK, rows.size()));
            Document kept = new Document("_id", id(job, from))
                    .append("organizationId", organization.value())
                    .append("jobId", job.value())
                    .append("keptAt", clock.instant())
                    .append("rows", key.encrypt(FIELD, json.writeValueAsString(chunk)));
            writes.add(
                    new ReplaceOneModel<>(Filters.eq("_id", kept.get("_id")), kept, new ReplaceOptions().upsert(true)));
        }
        collection.bulkWrite(writes);
    }

    /** The chunk that begins with this row; empty when it is gone. */
    List<String> read(OrganizationId organization, JobId job, int from) {
        Document found = collection
                .find(Filters.and(Filters.eq("_id", id(job, from)), Filters.eq("organizationId", organization.value())))
                .first();
        return found == null ? List.of() : open(organization, job, found.getString("rows"));
    }

    void forget(OrganizationId organization, JobId job) {
        collection.deleteMany(
                Filters.and(Filters.eq("organizationId", organization.value()), Filters.eq("jobId", job.value())));
        personalData.destroyKey(organization, owner(job));
    }

    private List<String> open(OrganizationId organization, JobId job, String sealed) {
        return json.readValue(personalData.of(organization, owner(job)).decrypt(FIELD, sealed), TEXTS);
    }

    private static String id(JobId job, int from) {
        return job + "/" + from;
    }

    private static String owner(JobId job) {
        return "history-import/" + job;
    }
}
