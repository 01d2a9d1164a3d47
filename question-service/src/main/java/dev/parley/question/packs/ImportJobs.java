package dev.parley.question.packs;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.id.JobId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.security.CrossTenant;
import dev.parley.question.packs.ImportJob.LostLeaseException;
import dev.parley.question.packs.ImportJob.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** The imports' documents. A lease makes double work rare; harmless it is because every row's id follows from the row. */
@Component
class ImportJobs {

    private final AggregateStore<ImportJob> store;
    private final ImportProperties properties;
    private final Clock clock;

    ImportJobs(AggregateStores stores, ImportProperties properties, Clock clock) {
        this.store = stores.open(AggregateType.silent(
                "imports",
                ImportJob.class,
                new Index().on("state.status", Direction.ASC).on("state.lease.until", Direction.ASC)));
        this.properties = properties;
        this.clock = clock;
    }

    /** One worker's turn at one import. */
    record Claim(OrganizationId organization, JobId jobId, String worker, ImportJob job) {

        Origin origin(Instant now) {
            var input = job.input();
            return new Origin(organization, input.actor(), input.correlationId(), null, false, now);
        }

        String file() {
            return fileOf(jobId.value(), job.input().fingerprint());
        }
    }

    /** The file's name has its content in it, so that no other upload can stand under it. */
    static String fileOf(String jobId, String fingerprint) {
        return jobId + "/" + fingerprint;
    }

    Receipt create(CommandContext context, String id, Supplier<ImportJob> job) {
        return store.create(context, id, () -> {
            ImportJob accepted = job.get();
            return Change.privately(_ -> accepted);
        });
    }

    Receipt cancel(CommandContext context, JobId id) {
        return store.handle(context.merging(), id.value(), _ -> Change.privately(ImportJob::cancelRequestedByCaller));
    }

    Aggregate<ImportJob> get(OrganizationId organization, JobId id) {
        return store.get(organization, id.value());
    }

    /** Takes one import that nobody works on. */
    @CrossTenant("imports of every organization are carried out")
    Optional<Claim> claim() {
        while (true) {
            Instant now = clock.instant();
            Optional<Aggregate<ImportJob>> free = store.findAnywhere(Filters.and(
                    Filters.eq("state.status", Status.RUNNING.name()), Filters.lte("state.lease.until", now)));
            if (free.isEmpty()) {
                return Optional.empty();
            }
            var found = new Claim(
                    free.get().organizationId(),
                    new JobId(free.get().id()),
                    UUID.randomUUID().toString(),
                    free.get().state());
            try {
                ImportJob mine = change(found, job -> job.claimedBy(found.worker(), now, properties.lease()));
                return Optional.of(new Claim(found.organization(), found.jobId(), found.worker(), mine));
            } catch (LostLeaseException _) {
                // another instance was faster: look for the next
            }
        }
    }

    /**
     * Notes what became of some rows.
     *
     * @throws LostLeaseException when another worker has taken over
     */
    ImportJob advance(Claim claim, List<RowResult> results) {
        return change(
                claim, job -> job.after(claim.worker(), results, clock.instant().plus(properties.lease())));
    }

    ImportJob change(Claim claim, UnaryOperator<ImportJob> change) {
        store.carryOut(
                claim.origin(clock.instant()),
                claim.jobId().value(),
                job -> Change.privately(_ -> change.apply(known(job))));
        return get(claim.organization(), claim.jobId()).state();
    }

    private static ImportJob known(@Nullable ImportJob job) {
        return Objects.requireNonNull(job, "imports are never removed");
    }
}
