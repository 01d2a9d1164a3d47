package dev.parley.question.packs;

import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PackId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import dev.parley.question.packs.Pack.PackCommand.RecordImport;
import org.springframework.stereotype.Service;

/** Packs, and the ids of what comes in them: the same row of the same pack always has the same id. */
@Service
class PackService {

    private final AggregateStore<Pack> store;
    private final DerivedIds ids;

    PackService(AggregateStores stores, DerivedIds ids) {
        this.store = stores.open(Pack.TYPE);
        this.ids = ids;
    }

    PackId packId(OrganizationId organization, String pack) {
        return new PackId(derive("pack", organization, pack, ""));
    }

    QuestionId questionId(OrganizationId organization, String pack, String key) {
        return new QuestionId(derive("question", organization, pack, key));
    }

    KitId kitId(OrganizationId organization, String pack, String key) {
        return new KitId(derive("kit", organization, pack, key));
    }

    private String derive(String kind, OrganizationId organization, String pack, String key) {
        return ids.of(String.join("\n", kind, organization.value(), pack, key));
    }

    /** Notes a finished import; repeating it is harmless. */
    void record(Origin origin, RecordImport done) {
        boolean known = store.find(origin.organizationId(), done.packId().value())
                .filter(pack -> pack.state().knows(done))
                .isPresent();
        if (!known) {
            store.carryOut(origin, done.packId().value(), pack -> Pack.decide(pack, done));
        }
    }

    Aggregate<Pack> get(OrganizationId organization, PackId id) {
        return store.get(organization, id.value());
    }

    Page<Aggregate<Pack>> list(OrganizationId organization, PageRequest page) {
        return store.list(organization, page);
    }
}
