package dev.parley.session.history;

import dev.parley.contracts.id.JobId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Receipt;
import java.util.List;
import org.springframework.stereotype.Service;

/** Takes imports in and tells how far they are. */
@Service
class HistoryImportService {

    private final AggregateStore<HistoryImport> jobs;
    private final HistoryRows rows;

    HistoryImportService(AggregateStore<HistoryImport> jobs, HistoryRows rows) {
        this.jobs = jobs;
        this.rows = rows;
    }

    /** The rows are kept before the job that points at them, so an acknowledged job has all of its rows. */
    Receipt start(CommandContext context, List<String> interviews) {
        return jobs.create(context, id -> {
            rows.keep(context.organization(), new JobId(id), interviews);
            return Change.privately(_ -> HistoryImport.started(
                    context.caller().actor(), context.correlationId(), interviews.size(), context.now()));
        });
    }

    Aggregate<HistoryImport> get(OrganizationId organization, JobId id) {
        return jobs.get(organization, id.value());
    }

    Receipt cancel(CommandContext context, JobId id) {
        return jobs.handle(context.merging(), id.value(), _ -> Change.privately(HistoryImport::cancelled));
    }
}
