package dev.parley.session.history;

import com.mongodb.client.model.Filters;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.security.CrossTenant;
import dev.parley.session.history.HistoryImport.RowResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Imports as their workers see them: to be taken on, moved forward, given back. */
@Component
@CrossTenant("imports of every organization are worked on")
class HistoryJobs {

    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(2);

    private final AggregateStore<HistoryImport> jobs;
    private final HistoryProperties properties;
    private final Clock clock;

    HistoryJobs(AggregateStore<HistoryImport> jobs, HistoryProperties properties, Clock clock) {
        this.jobs = jobs;
        this.properties = properties;
        this.clock = clock;
    }

    /** An import that nobody works on, leased to the worker. */
    Optional<Aggregate<HistoryImport>> take(String worker) {
        Instant now = clock.instant();
        return jobs.findAnywhere(Filters.and(Filters.eq("state.rowsKept", true), Filters.lte("state.lease.until", now)))
                .map(job -> change(job, state -> state.leasedTo(worker, now, leaseEnd())))
                .filter(job -> job.state().lease().holder().equals(worker));
    }

    /** Counts the results of the rows that begin at the index, and holds the lease on. */
    Aggregate<HistoryImport> advance(Aggregate<HistoryImport> job, String worker, int from, List<RowResult> results) {
        Instant now = clock.instant();
        return change(job, state -> state.after(from, results).leasedTo(worker, now, leaseEnd()));
    }

    Aggregate<HistoryImport> fail(Aggregate<HistoryImport> job, String reason) {
        return change(job, state -> state.failed(reason));
    }

    /** There is nothing left to do. */
    void close(Aggregate<HistoryImport> job) {
        change(job, HistoryImport::withoutRows);
    }

    /** Somebody may go on with it shortly. */
    void giveBack(Aggregate<HistoryImport> job, String worker) {
        Instant now = clock.instant();
        change(job, state -> state.leasedTo(worker, now, now.plus(PAUSE_AFTER_TROUBLE)));
    }

    private Instant leaseEnd() {
        return clock.instant().plus(properties.lease());
    }

    private Aggregate<HistoryImport> change(Aggregate<HistoryImport> job, UnaryOperator<HistoryImport> change) {
        HistoryImport state = job.state();
        var origin =
                new Origin(job.organizationId(), state.actor(), state.correlationId(), null, true, clock.instant());
        jobs.carryOut(origin, job.id(), _ -> Change.privately(change));
        return jobs.get(job.organizationId(), job.id());
    }

    @Configuration(proxyBeanMethods = false)
    static class Store {
        @Bean
        AggregateStore<HistoryImport> historyImports(AggregateStores stores) {
            Index waiting = new Index().on("state.rowsKept", Direction.ASC).on("state.lease.until", Direction.ASC);
            return stores.open(AggregateType.silent("historyImports", HistoryImport.class, waiting));
        }
    }
}
