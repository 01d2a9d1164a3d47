package dev.parley.question.kits;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.KitEvent.KitArchived;
import dev.parley.contracts.KitEvent.KitPublished;
import dev.parley.contracts.Plan;
import dev.parley.contracts.id.KitId;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.question.catalog.Provenance;
import dev.parley.question.kits.KitCommand.ArchiveKit;
import dev.parley.question.kits.KitCommand.CreateKit;
import dev.parley.question.kits.KitCommand.EditKit;
import dev.parley.question.kits.KitCommand.ImportKit;
import dev.parley.question.kits.KitCommand.PublishKit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

/**
 * An interview template.
 *
 * @param published the latest version; earlier ones are in the archive
 * @param provenance absent for kits made here
 */
record Kit(
        KitId kitId,
        Status status,
        KitContent draft,
        @Nullable KitVersion published,
        @Nullable Provenance provenance) {

    static final AggregateType<Kit> TYPE = AggregateType.publishing(
            AggregateKind.KIT,
            "kits",
            Kit.class,
            Kit::evolve,
            new Index()
                    .on("organizationId", Direction.ASC)
                    .on("state.status", Direction.ASC)
                    .on("createdAt", Direction.DESC)
                    .on("_id", Direction.DESC));

    /** Where a kit stands. */
    enum Status {
        DRAFT,
        PUBLISHED,
        ARCHIVED
    }

    static Change<Kit> decide(@Nullable Kit kit, KitCommand command) {
        return switch (command) {
            case CreateKit create -> create(kit, create);
            case ImportKit offered -> KitIntake.decide(kit, offered);
            case EditKit edit -> existing(kit).edit(edit);
            case PublishKit publish -> existing(kit).publish(publish);
            case ArchiveKit archive -> existing(kit).archive(archive);
        };
    }

    private static Kit existing(@Nullable Kit kit) {
        if (kit == null) {
            throw new DomainException.NotFound("kit", "with this id");
        }
        return kit;
    }

    private static Change<Kit> create(@Nullable Kit kit, CreateKit create) {
        if (kit != null) {
            throw new DomainException.Conflict("This kit exists already.");
        }
        refuse(create.content().faults());
        return Change.privately(_ -> new Kit(create.kitId(), Status.DRAFT, create.content(), null, null));
    }

    private Change<Kit> edit(EditKit edit) {
        refuseArchived();
        refuse(edit.content().faults());
        return Change.privately(state -> new Kit(
                state.kitId,
                state.status,
                edit.content(),
                state.published,
                state.provenance == null ? null : state.provenance.afterEdit()));
    }

    private Change<Kit> publish(PublishKit publish) {
        refuseArchived();
        refuse(KitFaults.unpublished(draft, publish.published()));
        Plan next = draft.plan(kitId, number() + 1, publish.published());
        if (published != null && published.says(draft, next)) {
            throw new DomainException.Conflict("Nothing has changed since version " + number() + ".");
        }
        return Change.of(new KitPublished(kitId, next.version(), next, publish.at()));
    }

    private Change<Kit> archive(ArchiveKit archive) {
        refuseArchived();
        return Change.of(new KitArchived(kitId, archive.at()));
    }

    void refuseArchived() {
        if (status == Status.ARCHIVED) {
            throw new DomainException.Conflict("The kit is archived.");
        }
    }

    static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new DomainException.Invalid(faults);
        }
    }

    /** The state after an event; what the event does not tell, a private change adds. */
    static Kit evolve(@Nullable Kit state, DomainEvent event) {
        return switch (event) {
            case KitPublished published -> after(state, published);
            case KitArchived _ -> Objects.requireNonNull(state).in(Status.ARCHIVED);
            default -> throw new IllegalArgumentException("no event of a kit: " + event.getClass());
        };
    }

    private static Kit after(@Nullable Kit state, KitPublished event) {
        KitContent text = state == null ? KitContent.outline(event.plan()) : state.draft;
        return new Kit(
                event.kitId(),
                Status.PUBLISHED,
                text,
                KitVersion.of(text, event.plan(), event.occurredAt()),
                state == null ? null : state.provenance);
    }

    private Kit in(Status next) {
        return new Kit(kitId, next, draft, published, provenance);
    }

    /** The latest version's number; 0 before the first. */
    int number() {
        return published == null ? 0 : published.number();
    }
}
