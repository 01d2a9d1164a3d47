package dev.parley.question.packs;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.RECRUITER;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.id.JobId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.PackId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.question.packs.ImportJob.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imports of packs over HTTP. */
@Tag(name = "Packs")
@RestController
@RequestMapping(ImportController.PATH)
class ImportController {

    static final String PATH = "/api/v1/packs/imports";

    private final ImportService service;
    private final ImportJobs jobs;

    ImportController(ImportService service, ImportJobs jobs) {
        this.service = service;
        this.jobs = jobs;
    }

    /** An import as its reader sees it; the result is there when it has completed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobView(
            String id,
            long version,
            Status status,
            int total,
            int processed,
            int succeeded,
            int unchanged,
            int failed,
            List<RowFault> errors,
            @Nullable Result result) {

        record Result(PackId packId, List<PublishedKit> kits, int questions) {}

        record PublishedKit(KitId id, String name, int version) {}

        static JobView of(Aggregate<ImportJob> found) {
            ImportJob job = found.state();
            Tally tally = job.tally();
            return new JobView(
                    found.id(),
                    found.version(),
                    job.status(),
                    tally.total(),
                    tally.processed(),
                    tally.succeeded(),
                    tally.unchanged(),
                    tally.failed(),
                    job.faults(),
                    job.packId() == null ? null : new Result(job.packId(), kits(job), tally.questions()));
        }

        private static List<PublishedKit> kits(ImportJob job) {
            return job.kits().stream()
                    .map(kit -> new PublishedKit(kit.kitId(), kit.name(), kit.version()))
                    .toList();
        }
    }

    @Operation(summary = "Import a pack; the answer names a job that takes its rows in one by one")
    @ApiResponse(responseCode = "202")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<CommandResult> start(CommandContext context, @RequestBody byte[] pack) {
        Receipt receipt = service.accept(context, pack);
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + receipt.id()))
                .eTag("\"" + receipt.version() + "\"")
                .body(new CommandResult(receipt.id(), receipt.version()));
    }

    @Operation(summary = "How far an import is, what was refused and why, and its result")
    @GetMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<JobView> get(Caller caller, @PathVariable JobId id) {
        return Answers.of(jobs.get(caller.organization(), id), JobView::of);
    }

    @Operation(summary = "Cancel an import between two rows; what is in stays in")
    @DeleteMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<CommandResult> cancel(CommandContext context, @PathVariable JobId id) {
        return Answers.to(jobs.cancel(context, id), PATH);
    }
}
