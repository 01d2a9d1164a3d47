package dev.parley.question.packs;

import dev.parley.platform.aggregate.Origin;
import dev.parley.question.packs.ImportJob.Status;
import dev.parley.question.packs.ImportJobs.Claim;
import dev.parley.question.packs.Pack.PackCommand.RecordImport;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Carries a claimed import out. */
@Component
class Importer {

    private static final int MOST_ATTEMPTS = 5;

    private final ImportJobs jobs;
    private final ImportFiles files;
    private final RowIntake intake;
    private final PackService packs;
    private final Surroundings surroundings;

    /** What of its surroundings an import needs. */
    @Component
    record Surroundings(ImportProperties properties, Clock clock, JsonMapper json) {}

    Importer(ImportJobs jobs, ImportFiles files, RowIntake intake, PackService packs, Surroundings surroundings) {
        this.jobs = jobs;
        this.files = files;
        this.intake = intake;
        this.packs = packs;
        this.surroundings = surroundings;
    }

    /** Works until the end, or until it may not go on; anything thrown leaves the import for a later attempt. */
    Status work(Claim claim, BooleanSupplier mayGoOn) {
        byte[] bytes = files.get(claim.organization(), claim.file());
        if (bytes.length != claim.job().input().size()) {
            return fail(claim, "the uploaded file is no longer there");
        }
        if (claim.job().lease().attempts() > MOST_ATTEMPTS) {
            return fail(claim, "given up after " + MOST_ATTEMPTS + " attempts without progress");
        }
        PackFile file = PackFile.read(bytes);
        PackHeader header = surroundings.json().treeToValue(file.envelope(), PackHeader.class);
        ImportJob job;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ImportRun.Batches batches = (rows, keys, former) ->
                    jobs.advance(claim, results(rows, context(claim, header, keys, former), threads));
            job = new ImportRun(
                            claim,
                            file,
                            batches,
                            mayGoOn,
                            surroundings.properties().rowsAtOnce())
                    .run();
        }
        return end(claim, header, job);
    }

    private List<RowResult> results(List<PackRow> rows, ImportContext context, ExecutorService threads) {
        List<CompletableFuture<RowResult>> started = rows.stream()
                .map(row -> CompletableFuture.supplyAsync(() -> intake.take(row, context), threads))
                .toList();
        try {
            return started.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    private ImportContext context(Claim claim, PackHeader header, Set<String> keys, ImportJob job) {
        Origin origin = claim.origin(surroundings.clock().instant());
        return new ImportContext(origin, claim.jobId(), header, keys, new HashSet<>(job.refused()));
    }

    private Status end(Claim claim, PackHeader header, ImportJob job) {
        Tally tally = job.tally();
        if (job.cancelRequested() && tally.processed() < tally.total()) {
            return ended(claim, jobs.change(claim, now -> now.cancelled(claim.worker())));
        }
        if (tally.processed() < tally.total()) {
            return jobs.change(
                            claim,
                            now -> now.released(
                                    claim.worker(), surroundings.clock().instant()))
                    .status();
        }
        if (tally.takenIn() == 0) {
            return fail(claim, "no row could be taken in");
        }
        Origin origin = claim.origin(surroundings.clock().instant());
        var done = new RecordImport(
                packs.packId(claim.organization(), header.key()),
                header,
                claim.jobId(),
                tally.questions(),
                tally.takenIn() - tally.questions(),
                tally.failed(),
                tally.succeeded() > 0,
                origin.now());
        packs.record(origin, done);
        return ended(claim, jobs.change(claim, now -> now.completed(claim.worker(), done.packId())));
    }

    private Status fail(Claim claim, String reason) {
        return ended(claim, jobs.change(claim, now -> now.failed(claim.worker(), reason)));
    }

    private Status ended(Claim claim, ImportJob job) {
        files.remove(claim.organization(), claim.file());
        return job.status();
    }
}
