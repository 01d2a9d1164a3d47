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
    private final FieldSealing sealing;

    CandidateController(CandidateService candidates, FieldSealing sealing) {
        this.candidates = candidates;
        this.sealing = sealing;
    }

    record CandidateView(
            String id,
            long version,
            String name,
            String email,
            @Nullable String phone,
            @Nullable String externalId,
            Instant createdAt) {}

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
        return Answers.of(candidates.get(caller.organization(), id), this::view);
    }

    @GetMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:read")
    @Operation(summary = "Candidates, newest first; by mail address if one is given")
    ResponseEntity<Page<CandidateView>> list(
            Caller caller, PageRequest page, @RequestParam(required = false) @Nullable String email) {
        return candidates
                .list(caller.organization(), page, email)
                .map(this::view)
                .toResponse();
    }

    private CandidateView view(Aggregate<Candidate> candidate) {
        PersonalFields fields = sealing.open(
                candidate.organizationId(),
                new CandidateId(candidate.id()),
                candidate.state().fields());
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
