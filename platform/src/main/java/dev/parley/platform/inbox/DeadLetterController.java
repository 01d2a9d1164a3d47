package dev.parley.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.Role;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.CrossTenant;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Dead letters, for operators. */
@RestController
@RequestMapping("/api/v1/operator/${spring.application.name}/dead-letters")
@CrossTenant("an operator looks after the records of all organizations")
class DeadLetterController {

    private final DeadLetters letters;
    private final DeadLetterService service;
    private final OperatorAnswers answers;

    DeadLetterController(DeadLetters letters, DeadLetterService service, OperatorAnswers answers) {
        this.letters = letters;
        this.service = service;
        this.answers = answers;
    }

    /** Other content for a letter; what is absent stays. */
    record NewContent(
            @Nullable @Pattern(regexp = "[a-z][a-z0-9.-]{0,99}", message = "expected a type like session.started.v1")
            String type,

            @Nullable JsonNode data) {}

    record Reason(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @Access(roles = Role.OPERATOR)
    ResponseEntity<Page<LetterView.Brief>> list(LetterFilter filter, PageRequest request) {
        return letters.list(filter, request).map(LetterView.Brief::of).toResponse();
    }

    @GetMapping("/{id}")
    @Access(roles = Role.OPERATOR)
    LetterView get(@PathVariable String id) {
        return letters.find(id).map(LetterView::of).orElseThrow(() -> new DomainException.NotFound("dead letter", id));
    }

    @PostMapping("/{id}/replay")
    @Access(roles = Role.OPERATOR)
    Drained replay(CommandContext context, @PathVariable String id) {
        return answers.once(context, () -> service.replay(context, id));
    }

    @PostMapping("/{id}/repair")
    @Access(roles = Role.OPERATOR)
    Drained repair(CommandContext context, @PathVariable String id, @Valid @RequestBody NewContent content) {
        if (content.type() == null && content.data() == null) {
            throw new DomainException.Invalid("", "expected data, or a type, or both");
        }
        byte @Nullable [] data =
                content.data() == null ? null : content.data().toString().getBytes(UTF_8);
        return answers.once(context, () -> service.repair(context, id, content.type(), data));
    }

    @PostMapping("/{id}/discard")
    @Access(roles = Role.OPERATOR)
    Drained discard(CommandContext context, @PathVariable String id, @Valid @RequestBody Reason reason) {
        return answers.once(
                context, () -> service.discard(context, id, reason.reason().strip()));
    }
}
