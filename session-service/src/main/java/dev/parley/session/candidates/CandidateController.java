package dev.parley.session.candidates;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.RECRUITER;

import dev.parley.contracts.id.CandidateId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/candidates")
class CandidateController {

    private static final String PATH = "/api/v1/candidates";

    private final CandidateService candidates;

    CandidateController(CandidateService candidates) {
        this.candidates = candidates;
    }

    /** The fields are absent once the candidate was erased. */
    record CandidateView(
            String id,
            long version,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String externalId,
            Instant createdAt) {
        static CandidateView of(Aggregate<Candidate> candidate, ReadableCandidate fields) {
            return new CandidateView(
                    candidate.id(),
                    candidate.version(),
                    fields.name(),
                    fields.email(),
                    fields.phone(),
                    fields.externalId(),
                    candidate.createdAt());
        }
    }

    @PostMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Register a candidate")
    ResponseEntity<CommandResult> register(CommandContext context, @Valid @RequestBody PersonalFields fields) {
        return Answers.to(candidates.register(context, fields), PATH);
    }

    @PutMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Correct a candidate's fields")
    ResponseEntity<CommandResult> update(
            CommandContext context, @PathVariable CandidateId id, @Valid @RequestBody PersonalFields fields) {
        return Answers.to(candidates.update(context, id, fields), PATH);
    }

    @GetMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:read")
    @Operation(summary = "One candidate")
    ResponseEntity<CandidateView> get(Caller caller, @PathVariable CandidateId id) {
        Aggregate<Candidate> candidate = candidates.get(caller.organization(), id);
        return Answers.of(candidate, views(caller, List.of(candidate)));
    }

    @GetMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:read")
    @Operation(summary = "Candidates, newest first; by mail address if one is given")
    ResponseEntity<Page<CandidateView>> list(
            Caller caller, PageRequest page, @RequestParam(required = false) @Nullable String email) {
        Page<Aggregate<Candidate>> found = candidates.list(caller.organization(), page, email);
        return found.map(views(caller, found.items())).toResponse();
    }

    private Function<Aggregate<Candidate>, CandidateView> views(Caller caller, List<Aggregate<Candidate>> shown) {
        Map<String, ReadableCandidate> readable = candidates.readable(caller.organization(), shown);
        return candidate -> CandidateView.of(candidate, Objects.requireNonNull(readable.get(candidate.id())));
    }
}
