package dev.parley.session.history;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.RECRUITER;

import dev.parley.contracts.id.JobId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.session.history.HistoryImport.RowError;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(HistoryController.PATH)
class HistoryController {

    static final String PATH = "/api/v1/history-imports";

    private final HistoryImportService imports;

    HistoryController(HistoryImportService imports) {
        this.imports = imports;
    }

    /** Rows are read one by one, so that a wrong one does not stop the others. */
    record ImportRequest(@NotEmpty @Size(max = 10_000) List<@NotNull JsonNode> interviews) {}

    record JobView(
            String id,
            HistoryImport.Status status,
            int total,
            int processed,
            int succeeded,
            int unchanged,
            int failed,
            List<RowError> errors) {
        static JobView of(Aggregate<HistoryImport> job) {
            HistoryImport state = job.state();
            return new JobView(
                    job.id(),
                    state.status(),
                    state.total(),
                    state.processed(),
                    state.succeeded(),
                    state.unchanged(),
                    state.failed(),
                    state.errors());
        }
    }

    @PostMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Bring in past interviews; answers with a job")
    ResponseEntity<CommandResult> start(CommandContext context, @Valid @RequestBody ImportRequest request) {
        Receipt receipt = imports.start(
                context, request.interviews().stream().map(JsonNode::toString).toList());
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + receipt.id()))
                .body(new CommandResult(receipt.id(), receipt.version()));
    }

    @GetMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "How far an import is, and which rows were refused")
    ResponseEntity<JobView> get(Caller caller, @PathVariable JobId id) {
        return Answers.of(imports.get(caller.organization(), id), JobView::of);
    }

    @DeleteMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Stop an import; what is in stays in")
    ResponseEntity<CommandResult> cancel(CommandContext context, @PathVariable JobId id) {
        return Answers.to(imports.cancel(context, id), PATH);
    }
}
