package dev.parley.question.revisions;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.Origin;
import java.util.Optional;

/**
 * Superseded revisions, one document each. The latest revision stands in its aggregate, written together with the event
 * that tells of it; before a later one overwrites it there, it is copied here. A crash in between leaves the same text
 * in two places, never in none, and since a revision never changes, whoever copies it again writes the same bytes.
 */
public final class RevisionArchive<R> {

    private final AggregateStore<R> store;

    public RevisionArchive(AggregateStores stores, String collection, Class<R> type) {
        this.store = stores.open(AggregateType.silent(collection, type));
    }

    public void keep(Origin origin, String id, int revision, R text) {
        if (find(origin.organizationId(), id, revision).isEmpty()) {
            store.carryOut(origin, key(id, revision), _ -> Change.privately(_ -> text));
        }
    }

    public Optional<R> find(OrganizationId organization, String id, int revision) {
        return store.find(organization, key(id, revision)).map(Aggregate::state);
    }

    private static String key(String id, int revision) {
        return id + "/" + revision;
    }
}
