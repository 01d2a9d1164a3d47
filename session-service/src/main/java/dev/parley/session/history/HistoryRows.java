package dev.parley.session.history;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import dev.parley.contracts.id.JobId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.crypto.PersonalData;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The rows of running imports, encrypted under a key of the job; gone, with the key, when the job is over. */
@Component
class HistoryRows {

    private static final int BATCH = 500;

    private final MongoCollection<Document> collection;
    private final PersonalData personalData;

    HistoryRows(MongoTemplate mongo, PersonalData personalData) {
        this.collection = mongo.getCollection("historyRows");
        this.personalData = personalData;
        collection.createIndex(Indexes.ascending("organizationId", "jobId", "index"));
    }

    void keep(OrganizationId organization, JobId job, List<String> rows) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Document row = new Document("_id", job + "/" + i)
                    .append("organizationId", organization.value())
                    .append("jobId", job.value())
                    .append("index", i)
                    .append("row", personalData.encrypt(organization, owner(job), "row", rows.get(i)));
            writes.add(
                    new ReplaceOneModel<>(Filters.eq("_id", row.get("_id")), row, new ReplaceOptions().upsert(true)));
            if (writes.size() == BATCH || i == rows.size() - 1) {
                collection.bulkWrite(writes);
                writes.clear();
            }
        }
    }

    /** The next rows, in order. */
    List<String> read(OrganizationId organization, JobId job, int from, int count) {
        return collection
                .find(Filters.and(ofJob(organization, job), Filters.gte("index", from)))
                .sort(Sorts.ascending("index"))
                .limit(count)
                .map((Document row) -> personalData.decrypt(organization, owner(job), "row", row.getString("row")))
                .into(new ArrayList<>());
    }

    void forget(OrganizationId organization, JobId job) {
        collection.deleteMany(ofJob(organization, job));
        personalData.destroyKey(organization, owner(job));
    }

    private static org.bson.conversions.Bson ofJob(OrganizationId organization, JobId job) {
        return Filters.and(Filters.eq("organizationId", organization.value()), Filters.eq("jobId", job.value()));
    }

    private static String owner(JobId job) {
        return "history-import/" + job;
    }
}
