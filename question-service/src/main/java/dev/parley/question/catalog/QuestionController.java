package dev.parley.question.catalog;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.INTERVIEWER;
import static dev.parley.contracts.Role.RECRUITER;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.id.QuestionId;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import dev.parley.question.catalog.Question.Status;
import dev.parley.question.catalog.QuestionCommand.ArchiveQuestion;
import dev.parley.question.catalog.QuestionCommand.EditQuestion;
import dev.parley.question.catalog.QuestionCommand.PublishQuestion;
import dev.parley.question.catalog.QuestionCommand.UnarchiveQuestion;
import dev.parley.question.revisions.RevisionCache;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions over HTTP. */
@Tag(name = "Questions")
@RestController
@RequestMapping(QuestionController.PATH)
class QuestionController {

    static final String PATH = "/api/v1/questions";

    private final QuestionService questions;
    private final RevisionCache cache;

    QuestionController(QuestionService questions, RevisionCache cache) {
        this.questions = questions;
        this.cache = cache;
    }

    @Operation(summary = "Write a question; it starts as a draft")
    @ApiResponse(responseCode = "201")
    @PostMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<CommandResult> create(CommandContext context, @Valid @RequestBody QuestionContent content) {
        return Answers.to(questions.create(context, content), PATH);
    }

    @Operation(summary = "Change a question's draft; what is published stays as it is")
    @PutMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<CommandResult> edit(
            CommandContext context, @PathVariable QuestionId id, @Valid @RequestBody QuestionContent content) {
        return handle(context, id, new EditQuestion(content));
    }

    @Operation(summary = "Publish the draft as the next revision; needs five different anchors and a follow-up")
    @PostMapping("/{id}/publication")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<CommandResult> publish(CommandContext context, @PathVariable QuestionId id) {
        return handle(context, id, new PublishQuestion(context.now()));
    }

    @Operation(summary = "Take a question out of use; its revisions stay readable")
    @PostMapping("/{id}/archival")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<CommandResult> archive(CommandContext context, @PathVariable QuestionId id) {
        return handle(context, id, new ArchiveQuestion(context.now()));
    }

    @Operation(summary = "Bring an archived question back as a draft")
    @DeleteMapping("/{id}/archival")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "catalog:write")
    ResponseEntity<CommandResult> unarchive(CommandContext context, @PathVariable QuestionId id) {
        return handle(context, id, new UnarchiveQuestion());
    }

    @Operation(summary = "List questions, newest first")
    @GetMapping
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "catalog:read")
    ResponseEntity<Page<QuestionSummary>> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable Status state) {
        return questions
                .list(caller.organization(), page, filters(topic, level, state))
                .map(QuestionSummary::of)
                .toResponse();
    }

    @Operation(summary = "One question: its draft and its latest revision")
    @GetMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "catalog:read")
    ResponseEntity<QuestionView> get(Caller caller, @PathVariable QuestionId id) {
        return Answers.of(questions.get(caller.organization(), id), QuestionView::of);
    }

    @Operation(summary = "A published revision; it never changes and may be cached for ever")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = QuestionRevision.class)))
    @GetMapping("/{id}/revisions/{number}")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "catalog:read")
    ResponseEntity<byte[]> revision(Caller caller, @PathVariable QuestionId id, @PathVariable int number) {
        var organization = caller.organization();
        return cache.get(
                        organization,
                        "question",
                        id.value(),
                        number,
                        () -> questions.revision(organization, id, number))
                .toResponse();
    }

    private ResponseEntity<CommandResult> handle(CommandContext context, QuestionId id, QuestionCommand command) {
        return Answers.to(questions.handle(context, id, command), PATH);
    }

    private static Bson[] filters(@Nullable String topic, @Nullable String level, @Nullable Status state) {
        List<Bson> filters = new ArrayList<>();
        if (topic != null) {
            filters.add(Filters.eq("state.draft.topic", topic));
        }
        if (level != null) {
            filters.add(Filters.eq(
                    "state.draft.level",
                    Levels.parse(level)
                            .orElseThrow(() -> new DomainException.Invalid(
                                    "/level", "expected beginner, intermediate or advanced"))
                            .name()));
        }
        if (state != null) {
            filters.add(Filters.eq("state.status", state.name()));
        }
        return filters.toArray(Bson[]::new);
    }
}
