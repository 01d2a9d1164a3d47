package dev.parley.platform.trial;

import static dev.parley.contracts.Role.ADMIN;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/openings")
class OpeningController {

    private static final String PATH = "/api/v1/openings";

    private final AggregateStore<Opening> openings;

    OpeningController(AggregateStore<Opening> openings) {
        this.openings = openings;
    }

    record Contact(@NotBlank String name, @Max(99) int age) {}

    enum Colour {
        RED,
        GREEN
    }

    record NewOpening(
            @NotBlank String timeZone,
            @Nullable PositionId like,
            @Nullable Instant from,
            @Nullable Colour colour,
            @Nullable Boolean urgent,
            @Nullable List<@Valid Contact> contacts) {}

    record Remark(@NotBlank String text) {}

    record View(String id, long version, String timeZone, boolean open, List<String> remarks, Instant createdAt) {
        static View of(Aggregate<Opening> one) {
            Opening state = one.state();
            return new View(one.id(), one.version(), state.timeZone(), state.open(), state.remarks(), one.createdAt());
        }
    }

    @PostMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    ResponseEntity<CommandResult> open(CommandContext context, @Valid @RequestBody NewOpening body) {
        return Answers.to(openings.create(context, id -> Opening.open(id, body.timeZone(), context.now())), PATH);
    }

    @PostMapping("/{id}/closure")
    @Access(roles = RECRUITER)
    ResponseEntity<CommandResult> close(CommandContext context, @PathVariable PositionId id) {
        return Answers.to(openings.handle(context.versioned(), id.value(), state -> state.close(context.now())), PATH);
    }

    @PostMapping("/{id}/turn")
    @Access(roles = RECRUITER)
    ResponseEntity<CommandResult> turn(CommandContext context, @PathVariable PositionId id) {
        return Answers.to(openings.handle(context.merging(), id.value(), state -> state.turn(context.now())), PATH);
    }

    @PostMapping("/{id}/remarks")
    @Access(roles = RECRUITER)
    ResponseEntity<CommandResult> remark(
            CommandContext context, @PathVariable PositionId id, @Valid @RequestBody Remark body) {
        return Answers.to(openings.handle(context.merging(), id.value(), state -> state.remark(body.text())), PATH);
    }

    @GetMapping
    @Access(roles = RECRUITER, scope = "interviews:read")
    ResponseEntity<Page<View>> list(Caller caller, PageRequest page) {
        return openings.list(caller.organization(), page).map(View::of).toResponse();
    }

    @GetMapping("/{id}")
    @Access(roles = RECRUITER)
    ResponseEntity<View> get(Caller caller, @PathVariable PositionId id) {
        return Answers.of(openings.get(caller.organization(), id.value()), View::of);
    }
}
