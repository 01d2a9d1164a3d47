package dev.parley.session.history;

import dev.parley.contracts.id.JobId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.session.known.Knowledge;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works on imports that nobody works on: new ones, and those of an instance that went away. */
@Component
class HistoryWorker {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWorker.class);
    private static final int JOBS_AT_ONCE = 4;
    private static final int STOP_SECONDS = 5;

    private final HistoryJobs jobs;
    private final HistoryRows rows;
    private final ChunkImport chunks;
    private final Knowledge knowledge;
    private final Clock clock;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger running = new AtomicInteger();

    HistoryWorker(HistoryJobs jobs, HistoryRows rows, ChunkImport chunks, Knowledge knowledge, Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.chunks = chunks;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${parley.history.look-interval}")
    void look() {
        while (running.get() < JOBS_AT_ONCE) {
            String worker = UUID.randomUUID().toString();
            Optional<Aggregate<HistoryImport>> job = jobs.take(worker);
            if (job.isEmpty()) {
                return;
            }
            running.incrementAndGet();
            executor.execute(() -> run(job.get(), worker));
        }
    }

    private void run(Aggregate<HistoryImport> job, String worker) {
        try (var _ = MDC.putCloseable("correlationId", job.state().correlationId())) {
            work(job, worker);
        } catch (RuntimeException e) {
            LOG.warn(
                    "history import {} pauses: {}",
                    job.id(),
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
            jobs.giveBack(job, worker);
        } finally {
            running.decrementAndGet();
        }
    }

    private void work(Aggregate<HistoryImport> taken, String worker) {
        ImportRun run = new ImportRun(taken, knowledge, clock);
        JobId id = new JobId(taken.id());
        Aggregate<HistoryImport> job = taken;
        while (job.state().isFor(worker)) {
            int from = job.state().progress().processed();
            List<String> texts = rows.read(run.organization(), id, from);
            job = texts.isEmpty()
                    ? jobs.fail(job, "this row and those after it were kept too long and are gone; send them again")
                    : jobs.advance(job, worker, from, chunks.bringIn(run, texts));
        }
        if (job.state().status() != HistoryImport.Status.RUNNING) {
            rows.forget(run.organization(), id);
            jobs.close(job);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        executor.shutdownNow();
        if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.info("an import is left to its lease");
        }
    }
}
