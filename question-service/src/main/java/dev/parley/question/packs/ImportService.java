package dev.parley.question.packs;

import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.question.packs.ImportJob.Input;
import java.util.List;
import org.springframework.stereotype.Service;

/** Accepts files for import: what is wrong with a whole file is told at once, the rows are a job's work. */
@Service
class ImportService {

    private final ImportJobs jobs;
    private final ImportFiles files;
    private final PackSchema schema;
    private final ImportWorker worker;
    private final DerivedIds ids;

    ImportService(ImportJobs jobs, ImportFiles files, PackSchema schema, ImportWorker worker, DerivedIds ids) {
        this.jobs = jobs;
        this.files = files;
        this.schema = schema;
        this.worker = worker;
        this.ids = ids;
    }

    /** The file is durable before the job that needs it; without its job it expires. */
    Receipt accept(CommandContext context, byte[] bytes) {
        PackFile file = PackFile.read(bytes);
        List<FieldError> faults = schema.faultsOfEnvelope(file);
        if (!faults.isEmpty()) {
            throw new DomainException.Invalid(faults);
        }
        String id = ids.of(context.idempotencyKey().scope());
        Receipt receipt = jobs.create(context, id, () -> {
            var origin = context.origin();
            var input = new Input(Fingerprint.of(bytes), bytes.length, origin.actor(), origin.correlationId());
            files.put(context.organization(), ImportJobs.fileOf(id, input.fingerprint()), bytes);
            return ImportJob.accepted(input, file.rows(), context.now());
        });
        worker.wake();
        return receipt;
    }
}
