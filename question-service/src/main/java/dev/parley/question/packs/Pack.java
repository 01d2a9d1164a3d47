package dev.parley.question.packs;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.PackEvent.PackImported;
import dev.parley.contracts.id.JobId;
import dev.parley.contracts.id.PackId;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pack as an organization has it.
 *
 * @param header of the edition imported last
 * @param lastImport absent until a private change after the event adds it
 * @param editions imported so far, the latest last; at most {@value #EDITIONS}
 */
record Pack(PackId packId, PackHeader header, @Nullable JobId lastImport, List<Edition> editions) {

    static final int EDITIONS = 50;

    static final AggregateType<Pack> TYPE =
            AggregateType.publishing(AggregateKind.PACK, "packs", Pack.class, Pack::evolve);

    Pack {
        editions = List.copyOf(editions);
    }

    /** One import of one version, and how many rows were taken in and refused. */
    record Edition(String version, Instant importedAt, int questions, int kits, int failed) {}

    /** What can be asked of a pack. */
    sealed interface PackCommand {

        /**
         * Notes a finished import.
         *
         * @param changed whether any row was new or different
         */
        record RecordImport(
                PackId packId,
                PackHeader header,
                JobId jobId,
                int questions,
                int kits,
                int failed,
                boolean changed,
                Instant at)
                implements PackCommand {}
    }

    static Change<Pack> decide(@Nullable Pack pack, PackCommand command) {
        return switch (command) {
            case PackCommand.RecordImport done -> pack != null && pack.knows(done) ? Change.of() : record(done);
        };
    }

    /** Whether the import is noted already, or is a repeat that brought nothing. */
    boolean knows(PackCommand.RecordImport done) {
        return done.jobId().equals(lastImport)
                || (!done.changed()
                        && editions.stream()
                                .anyMatch(edition ->
                                        edition.version().equals(done.header().version())));
    }

    private static Change<Pack> record(PackCommand.RecordImport done) {
        return Change.<Pack>of(new PackImported(
                        done.packId(),
                        done.header().name(),
                        done.header().version(),
                        done.questions(),
                        done.kits(),
                        done.failed(),
                        done.at()))
                .and(state -> new Pack(state.packId, done.header(), done.jobId(), state.editions));
    }

    /** The state after an event; what the event does not tell, a private change adds. */
    static Pack evolve(@Nullable Pack state, DomainEvent event) {
        return switch (event) {
            case PackImported done ->
                new Pack(
                        done.packId(),
                        state == null ? PackHeader.outline(done) : state.header,
                        state == null ? null : state.lastImport,
                        with(state == null ? List.of() : state.editions, done));
            default -> throw new IllegalArgumentException("no event of a pack: " + event.getClass());
        };
    }

    private static List<Edition> with(List<Edition> former, PackImported done) {
        List<Edition> editions = new ArrayList<>(former);
        editions.add(new Edition(done.version(), done.occurredAt(), done.questions(), done.kits(), done.failed()));
        return editions.subList(Math.max(0, editions.size() - EDITIONS), editions.size());
    }
}
