package dev.parley.question.packs;

import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.PackId;
import dev.parley.platform.error.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The import of one pack: what was asked for, how far it is, and whose turn it is.
 *
 * @param faults the first {@value #FAULTS_KEPT}
 * @param refused keys of refused questions that kits of the pack refer to
 * @param packId known once the pack's rows are in
 */
record ImportJob(
        Status status,
        Input input,
        Tally tally,
        List<RowFault> faults,
        List<String> refused,
        List<ImportedKit> kits,
        @Nullable PackId packId,
        boolean cancelRequested,
        Lease lease) {

    static final int FAULTS_KEPT = 1000;

    ImportJob {
        faults = List.copyOf(faults);
        refused = List.copyOf(refused);
        kits = List.copyOf(kits);
    }

    /** Where an import stands. */
    enum Status {
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED
    }

    /** The file and who sent it. */
    record Input(String fingerprint, int size, String actor, String correlationId) {}

    /** A kit that is published after the import. */
    record ImportedKit(KitId kitId, String name, int version) {}

    /**
     * Who works on it.
     *
     * @param until after this, anyone may take over
     * @param attempts taken since the last progress
     */
    record Lease(String worker, Instant until, int attempts) {}

    /** Another worker has taken over; the one who meets this stops. */
    static final class LostLeaseException extends RuntimeException {
        LostLeaseException() {
            super("another worker has taken the import over", null, false, false);
        }
    }

    static ImportJob accepted(Input input, int rows, Instant now) {
        return new ImportJob(
                Status.RUNNING,
                input,
                Tally.of(rows),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                new Lease("", now, 0));
    }

    ImportJob claimedBy(String worker, Instant now, Duration length) {
        if (status != Status.RUNNING || lease.until().isAfter(now)) {
            throw new LostLeaseException();
        }
        return with(status, tally, cancelRequested, new Lease(worker, now.plus(length), lease.attempts() + 1));
    }

    /** One step further, and a sign of life. */
    ImportJob after(String worker, List<RowResult> results, Instant until) {
        checkHeldBy(worker);
        return new ImportJob(
                status,
                input,
                tally.plus(results),
                Stream.concat(faults.stream(), results.stream().flatMap(result -> result.faults().stream()))
                        .limit(FAULTS_KEPT)
                        .toList(),
                adding(refused, results.stream().map(RowResult::refusedKey)),
                adding(kits, results.stream().map(RowResult::kit)),
                packId,
                cancelRequested,
                new Lease(worker, until, 0));
    }

    private static <T> List<T> adding(List<T> former, Stream<@Nullable T> more) {
        List<T> all = new ArrayList<>(former);
        more.filter(Objects::nonNull).forEach(all::add);
        return all;
    }

    /** Lets anyone go on at once. */
    ImportJob released(String worker, Instant now) {
        checkHeldBy(worker);
        return with(status, tally, cancelRequested, new Lease("", now, 0));
    }

    ImportJob completed(String worker, PackId pack) {
        checkHeldBy(worker);
        return new ImportJob(Status.COMPLETED, input, tally, faults, refused, kits, pack, cancelRequested, lease);
    }

    ImportJob cancelled(String worker) {
        checkHeldBy(worker);
        return with(Status.CANCELLED, tally, true, lease);
    }

    ImportJob failed(String worker, String reason) {
        checkHeldBy(worker);
        List<RowFault> all = new ArrayList<>(List.of(new RowFault(0, "", reason)));
        all.addAll(faults);
        return new ImportJob(Status.FAILED, input, tally, all, refused, kits, packId, cancelRequested, lease);
    }

    /** Work stops before the next rows. */
    ImportJob cancelRequestedByCaller() {
        if (status != Status.RUNNING) {
            throw new DomainException.Conflict("The import has ended: " + status + ".");
        }
        return with(status, tally, true, lease);
    }

    private ImportJob with(Status next, Tally counts, boolean cancel, Lease held) {
        return new ImportJob(next, input, counts, faults, refused, kits, packId, cancel, held);
    }

    private void checkHeldBy(String worker) {
        if (status != Status.RUNNING || !lease.worker().equals(worker)) {
            throw new LostLeaseException();
        }
    }
}
