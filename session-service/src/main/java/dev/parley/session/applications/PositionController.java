package dev.parley.session.applications;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.INTERVIEWER;
import static dev.parley.contracts.Role.RECRUITER;

import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import dev.parley.session.applications.Position.Command;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/positions")
class PositionController {

    private static final String PATH = "/api/v1/positions";

    private final AggregateStore<Position> positions;

    PositionController(AggregateStore<Position> positions) {
        this.positions = positions;
    }

    record OpenPosition(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @TimeZone String timeZone) {}

    record PositionView(
            String id, long version, String title, String timeZone, Position.Status state, Instant createdAt) {
        static PositionView of(Aggregate<Position> position) {
            Position state = position.state();
            return new PositionView(
                    position.id(),
                    position.version(),
                    state.title(),
                    state.timeZone(),
                    state.status(),
                    position.createdAt());
        }
    }

    @PostMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Open a position")
    ResponseEntity<CommandResult> open(CommandContext context, @Valid @RequestBody OpenPosition request) {
        var receipt = positions.create(
                context,
                id -> Position.decide(
                        null,
                        new Command.Open(new PositionId(id), request.title(), request.timeZone(), context.now())));
        return Answers.to(receipt, PATH);
    }

    @PostMapping("/{id}/closure")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Close a position for further applications")
    ResponseEntity<CommandResult> close(CommandContext context, @PathVariable PositionId id) {
        var command = new Command.Close(id, context.now());
        return Answers.to(
                positions.handle(context.versioned(), id.value(), state -> Position.decide(state, command)), PATH);
    }

    @GetMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "interviews:read")
    @Operation(summary = "One position")
    ResponseEntity<PositionView> get(Caller caller, @PathVariable PositionId id) {
        return Answers.of(positions.get(caller.organization(), id.value()), PositionView::of);
    }

    @GetMapping
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "interviews:read")
    @Operation(summary = "Positions, newest first")
    ResponseEntity<Page<PositionView>> list(Caller caller, PageRequest page) {
        return positions.list(caller.organization(), page).map(PositionView::of).toResponse();
    }
}
