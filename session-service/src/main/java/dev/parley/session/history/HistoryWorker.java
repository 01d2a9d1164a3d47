package dev.parley.session.history;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.id.JobId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.security.CrossTenant;
import dev.parley.session.history.HistoryImport.RowResult;
import dev.parley.session.history.HistoryImport.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works on imports that nobody works on: new ones, and those of an instance that went away. The lease makes two workers
 * on one job rare; that two do no harm comes from the rows' ids.
 */
@Component
@CrossTenant("imports of every organization are worked on")
class HistoryWorker {

    private static final int ROWS_AT_ONCE = 8;

    private final AggregateStore<HistoryImport> jobs;
    private final HistoryRows rows;
    private final RowReader reader;
    private final RowImport rowImport;
    private final Clock clock;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    HistoryWorker(
            AggregateStore<HistoryImport> jobs, HistoryRows rows, RowReader reader, RowImport rowImport, Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.reader = reader;
        this.rowImport = rowImport;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${parley.history.look-interval:500ms}")
    void work() {
        Optional<Aggregate<HistoryImport>> waiting = jobs.findAnywhere(Filters.and(
                Filters.eq("state.status", Status.RUNNING.name()), Filters.lte("state.leaseUntil", clock.instant())));
        waiting.ifPresent(this::run);
    }

    private void run(Aggregate<HistoryImport> job) {
        Origin origin = origin(job);
        jobs.carryOut(
                origin, job.id(), state -> Change.privately(_ -> required(state).leased(clock.instant())));
        HistoryImport state = job.state();
        while (state.status() == Status.RUNNING) {
            List<String> next = rows.read(job.organizationId(), new JobId(job.id()), state.processed(), ROWS_AT_ONCE);
            List<RowResult> results = together(origin, next);
            state = advance(origin, job.id(), state.processed(), results);
        }
        rows.forget(job.organizationId(), new JobId(job.id()));
    }

    /** Counts the rows once, even when another worker did the same ones. */
    private HistoryImport advance(Origin origin, String id, int from, List<RowResult> results) {
        Instant now = clock.instant();
        jobs.carryOut(origin, id, state -> {
            HistoryImport job = required(state);
            return Change.privately(_ -> job.processed() == from ? job.after(results, now) : job);
        });
        return jobs.get(origin.organizationId(), id).state();
    }

    private List<RowResult> together(Origin origin, List<String> texts) {
        List<Callable<RowResult>> tasks = texts.stream()
                .map(text -> (Callable<RowResult>) () -> reader.read(text, row -> rowImport.bringIn(origin, row)))
                .toList();
        try {
            return executor.invokeAll(tasks).stream().map(HistoryWorker::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped; the lease runs out and another instance goes on", e);
        }
    }

    private static RowResult result(Future<RowResult> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a row could not be worked on; the job is tried again", e);
        }
    }

    private Origin origin(Aggregate<HistoryImport> job) {
        HistoryImport state = job.state();
        return new Origin(job.organizationId(), state.actor(), state.correlationId(), null, true, clock.instant());
    }

    private static HistoryImport required(@Nullable HistoryImport state) {
        return Objects.requireNonNull(state, "jobs are never removed");
    }
}
