package dev.parley.question.kits;

import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.KitEvent.KitPublished;
import dev.parley.contracts.Plan;
import dev.parley.platform.aggregate.Change;
import dev.parley.question.catalog.Provenance;
import dev.parley.question.kits.Kit.Status;
import dev.parley.question.kits.KitCommand.ImportKit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a kit when a pack offers it. */
final class KitIntake {

    private KitIntake() {}

    static Change<Kit> decide(@Nullable Kit kit, ImportKit offered) {
        Kit.refuse(offered.content().faults());
        if (kit != null && leaves(kit, offered)) {
            return Change.of();
        }
        if (kit != null) {
            kit.refuseArchived();
            Provenance.checkReplaceable(kit.provenance(), offered.provenance());
        }
        return rewrite(kit, offered);
    }

    /**
     * Whether nothing is to be done: the same row again, and not a new version of the pack whose questions now say
     * something else.
     */
    static boolean leaves(Kit kit, ImportKit offered) {
        var from = kit.provenance();
        if (from == null || !from.sameText(offered.provenance())) {
            return false;
        }
        boolean ours = from.version().equals(offered.provenance().version())
                || from.edited()
                || kit.status() == Status.ARCHIVED;
        return ours || !publishable(offered) || alreadySays(kit, offered);
    }

    private static boolean alreadySays(Kit kit, ImportKit offered) {
        return kit.published() != null && kit.published().says(offered.content(), plan(kit, offered));
    }

    private static boolean publishable(ImportKit offered) {
        return KitFaults.unpublished(offered.content(), offered.published()).isEmpty();
    }

    private static Plan plan(@Nullable Kit kit, ImportKit offered) {
        int next = (kit == null ? 0 : kit.number()) + 1;
        return offered.content().plan(offered.kitId(), next, offered.published());
    }

    private static Change<Kit> rewrite(@Nullable Kit former, ImportKit offered) {
        boolean complete = publishable(offered);
        List<DomainEvent> events = complete
                ? List.of(new KitPublished(
                        offered.kitId(), plan(former, offered).version(), plan(former, offered), offered.at()))
                : List.of();
        return Change.<Kit>of(events).and(state -> rewritten(state, offered, complete));
    }

    private static Kit rewritten(@Nullable Kit state, ImportKit offered, boolean complete) {
        KitVersion published = state == null ? null : state.published();
        if (complete && published != null) {
            published = KitVersion.of(offered.content(), published.plan(), published.publishedAt());
        }
        Status status = state == null ? Status.DRAFT : state.status();
        return new Kit(offered.kitId(), status, offered.content(), published, offered.provenance());
    }
}
