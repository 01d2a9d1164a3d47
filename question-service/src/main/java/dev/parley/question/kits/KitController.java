package dev.parley.question.kits;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.INTERVIEWER;
import static dev.parley.contracts.Role.RECRUITER;

import dev.parley.contracts.id.KitId;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import dev.parley.question.kits.KitCommand.ArchiveKit;
import dev.parley.question.kits.KitCommand.EditKit;
import dev.parley.question.revisions.RevisionCache;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/** Kits over HTTP. */
@Tag(name = "Kits")
@RestController
@RequestMapping(KitController.PATH)
class KitController {

    static final String PATH = "/api/v1/kits";

    private final KitService kits;
    private final RevisionCache cache;

    KitController(KitService kits, RevisionCache cache) {
        this.kits = kits;
        this.cache = cache;
    }

    @Operation(summary = "Make a kit; it starts as a draft")
    @ApiResponse(responseCode = "201")
    @PostMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<CommandResult> create(CommandContext context, @Valid @RequestBody KitContent content) {
        return Answers.to(kits.create(context, content), PATH);
    }

    @Operation(summary = "Change a kit's draft; published versions stay as they are")
    @PutMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<CommandResult> edit(
            CommandContext context, @PathVariable KitId id, @Valid @RequestBody KitContent content) {
        return Answers.to(kits.handle(context, id, new EditKit(content)), PATH);
    }

    @Operation(summary = "Publish the draft as the next version, with its questions' latest revisions pinned")
    @PostMapping("/{id}/publication")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<CommandResult> publish(CommandContext context, @PathVariable KitId id) {
        return Answers.to(kits.publish(context, id), PATH);
    }

    @Operation(summary = "Take a kit out of use; sessions that pinned a version keep it")
    @PostMapping("/{id}/archival")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<CommandResult> archive(CommandContext context, @PathVariable KitId id) {
        return Answers.to(kits.handle(context, id, new ArchiveKit(context.now())), PATH);
    }

    @Operation(summary = "List kits, newest first")
    @GetMapping
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "catalog:read")
    ResponseEntity<Page<KitSummary>> list(
            Caller caller, PageRequest page, @RequestParam(required = false) Kit.@Nullable Status state) {
        return kits.list(caller.organization(), page, state).map(KitSummary::of).toResponse();
    }

    @Operation(summary = "One kit: its draft and its latest version")
    @GetMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "catalog:read")
    ResponseEntity<KitView> get(Caller caller, @PathVariable KitId id) {
        return Answers.of(kits.get(caller.organization(), id), KitView::of);
    }

    @Operation(summary = "A published version; it never changes and may be cached for ever")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KitVersion.class)))
    @GetMapping("/{id}/versions/{number}")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "catalog:read")
    ResponseEntity<byte[]> version(Caller caller, @PathVariable KitId id, @PathVariable int number) {
        var organization = caller.organization();
        return cache.get(organization, "kit", id.value(), number, () -> kits.version(organization, id, number))
                .toResponse();
    }
}
