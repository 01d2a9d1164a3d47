package dev.parley.question.kits;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.KitEvent.KitPublished;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import dev.parley.question.catalog.QuestionService;
import dev.parley.question.kits.KitCommand.CreateKit;
import dev.parley.question.kits.KitCommand.ImportKit;
import dev.parley.question.kits.KitCommand.PublishKit;
import dev.parley.question.revisions.RevisionArchive;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Commands and reads on kits. */
@Service
public class KitService {

    private final AggregateStore<Kit> store;
    private final RevisionArchive<KitVersion> archive;
    private final QuestionService questions;

    KitService(AggregateStores stores, QuestionService questions) {
        this.store = stores.open(Kit.TYPE);
        this.archive = new RevisionArchive<>(stores, "kit-versions", KitVersion.class);
        this.questions = questions;
    }

    /** A kit after an import: how it is called and which version is published, 0 for none. */
    public record Taken(KitId kitId, String name, int version, boolean changed) {}

    Receipt create(CommandContext context, KitContent content) {
        return store.create(context, id -> Kit.decide(null, new CreateKit(new KitId(id), content)));
    }

    Receipt handle(CommandContext context, KitId id, KitCommand command) {
        return store.handle(context.versioned(), id.value(), kit -> decide(context.origin(), kit, command));
    }

    Receipt publish(CommandContext context, KitId id) {
        return store.handle(context.versioned(), id.value(), kit -> {
            var published =
                    questions.findPublished(context.organization(), kit.draft().questionIds());
            return decide(context.origin(), kit, new PublishKit(published, context.now()));
        });
    }

    /** Takes a pack's row in; repeating it is harmless. */
    public Taken takeIn(Origin origin, ImportKit offered) {
        Optional<Kit> present = find(origin.organizationId(), offered.kitId());
        if (present.isPresent() && KitIntake.leaves(present.get(), offered)) {
            Kit kit = present.get();
            return taken(
                    kit,
                    Objects.requireNonNull(kit.provenance())
                            .jobId()
                            .equals(offered.provenance().jobId()));
        }
        store.carryOut(origin, offered.kitId().value(), kit -> decide(origin, kit, offered));
        return taken(store.get(origin.organizationId(), offered.kitId().value()).state(), true);
    }

    private static Taken taken(Kit kit, boolean changed) {
        return new Taken(kit.kitId(), kit.draft().name(), kit.number(), changed);
    }

    private Change<Kit> decide(Origin origin, @Nullable Kit kit, KitCommand command) {
        Change<Kit> change = Kit.decide(kit, command);
        if (kit != null && kit.published() != null && overwritesVersion(change)) {
            archive.keep(origin, kit.kitId().value(), kit.number(), kit.published());
        }
        return change;
    }

    private static boolean overwritesVersion(Change<Kit> change) {
        return change.events().stream().anyMatch(KitPublished.class::isInstance);
    }

    private Optional<Kit> find(OrganizationId organization, KitId id) {
        return store.find(organization, id.value()).map(Aggregate::state);
    }

    Aggregate<Kit> get(OrganizationId organization, KitId id) {
        return store.get(organization, id.value());
    }

    Page<Aggregate<Kit>> list(OrganizationId organization, PageRequest page, Kit.@Nullable Status status) {
        return status == null
                ? store.list(organization, page)
                : store.list(organization, page, Filters.eq("state.status", status.name()));
    }

    /**
     * One version, from the kit or, superseded, from the archive.
     *
     * @throws DomainException.NotFound when it was never published
     */
    KitVersion version(OrganizationId organization, KitId id, int number) {
        KitVersion latest = get(organization, id).state().published();
        return Optional.ofNullable(latest)
                .filter(version -> version.number() == number)
                .or(() -> archive.find(organization, id.value(), number))
                .orElseThrow(() -> new DomainException.NotFound("kit version", id + "/" + number));
    }
}
