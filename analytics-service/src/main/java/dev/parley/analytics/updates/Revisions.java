package dev.parley.analytics.updates;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.security.CrossTenant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Numbers the changes of each organization's figures; streams on this replica hear at once, on others in a second. */
@Component
@CrossTenant("tells each organization's streams that something changed, and nothing more")
public final class Revisions {

    private static final FindOneAndUpdateOptions COUNT_UP =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> revisions;
    private final UpdateStreams streams;

    Revisions(MongoTemplate mongo, UpdateStreams streams) {
        this.revisions = mongo.getCollection("revisions");
        this.streams = streams;
    }

    public void changed(Collection<OrganizationId> organizations) {
        organizations.forEach(organization -> {
            Document now = revisions.findOneAndUpdate(eq("_id", organization.value()), inc("revision", 1L), COUNT_UP);
            streams.signal(organization, Objects.requireNonNull(now).getLong("revision"));
        });
    }

    long current(OrganizationId organization) {
        Document now = revisions.find(eq("_id", organization.value())).first();
        return now == null ? 0 : now.getLong("revision");
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        List<String> watched =
                streams.organizations().stream().map(OrganizationId::value).toList();
        if (!watched.isEmpty()) {
            revisions
                    .find(in("_id", watched))
                    .forEach(now -> streams.signal(new OrganizationId(now.getString("_id")), now.getLong("revision")));
        }
    }
}
