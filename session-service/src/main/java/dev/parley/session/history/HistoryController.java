package dev.parley.session.history;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.RECRUITER;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.contracts.id.JobId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.session.history.Progress.RowError;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private static final int MOST_ROWS = 10_000;
    private static final int LARGEST_ROW = 1_000_000;

    private final HistoryImportService imports;

    HistoryController(HistoryImportService imports) {
        this.imports = imports;
    }

    record ImportRequest(
            @NotEmpty @Size(max = MOST_ROWS, message = "at most 10,000 interviews at once")
            List<@Nullable @Valid RawRow> interviews) {

        List<String> texts() {
            return interviews.stream()
                    .map(row -> row == null ? "null" : row.json())
                    .toList();
        }
    }

    /** A row as it came; it is read later, so that a wrong one does not stop the others. */
    record RawRow(
            @Size(max = LARGEST_ROW, message = "an interview may have at most 1 MB")
            String json) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static RawRow of(JsonNode row) {
            return new RawRow(row.toString());
        }

        @Override
        public String toString() {
            return "RawRow[…]";
        }
    }

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
            Progress progress = job.state().progress();
            return new JobView(
                    job.id(),
                    job.state().status(),
                    job.state().total(),
                    progress.processed(),
                    progress.succeeded(),
                    progress.unchanged(),
                    progress.failed(),
                    progress.errors());
        }
    }

    @PostMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Bring in past interviews; answers with a job")
    ResponseEntity<CommandResult> start(CommandContext context, @Valid @RequestBody ImportRequest request) {
        Receipt receipt = imports.start(context, request.texts());
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
