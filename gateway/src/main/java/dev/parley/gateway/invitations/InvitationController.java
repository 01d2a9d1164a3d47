package dev.parley.gateway.invitations;

import static dev.parley.contracts.Role.ADMIN;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.Role;
import dev.parley.gateway.invitations.InvitationService.Sent;
import dev.parley.gateway.organizations.GrantableRoles;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom an organization has asked in. */
@RestController
@RequestMapping(InvitationController.PATH)
class InvitationController {

    static final String PATH = "/api/v1/invitations";
    private static final String WRITE = "identity:write";

    private final InvitationService service;
    private final Clock clock;

    InvitationController(InvitationService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    record NewInvitation(
            @NotBlank @Email @Size(max = 254) String email,
            @NotEmpty Set<Role> roles) {
        @Override
        public String toString() {
            return "NewInvitation";
        }
    }

    /** Where no letter can leave, the link is told to whoever sends it, once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(String id, long version, @Nullable String link) {

        static ResponseEntity<Result> of(Sent sent) {
            var receipt = sent.receipt();
            var answer = ResponseEntity.status(receipt.status()).eTag("\"" + receipt.version() + "\"");
            if (receipt.status() == 201) {
                answer.location(URI.create(PATH + "/" + receipt.id()));
            }
            return answer.body(new Result(receipt.id(), receipt.version(), sent.link()));
        }
    }

    record View(
            String id,
            long version,
            String email,
            SortedSet<Role> roles,
            String state,
            Instant invitedAt,
            Instant expiresAt) {}

    @PostMapping
    @Access(roles = ADMIN, scope = WRITE)
    ResponseEntity<Result> invite(CommandContext context, @Valid @RequestBody NewInvitation request) {
        Set<Role> roles = GrantableRoles.checked(context.caller(), request.roles());
        return Result.of(service.invite(context, request.email(), roles));
    }

    @GetMapping
    @Access(roles = ADMIN, scope = WRITE)
    ResponseEntity<Page<View>> list(Caller caller, PageRequest page) {
        return service.list(caller, page).map(this::view).toResponse();
    }

    @GetMapping("/{id}")
    @Access(roles = ADMIN, scope = WRITE)
    ResponseEntity<View> get(Caller caller, @PathVariable String id) {
        return Answers.of(service.get(caller, id), this::view);
    }

    @PostMapping("/{id}/resend")
    @Access(roles = ADMIN, scope = WRITE)
    ResponseEntity<Result> resend(CommandContext context, @PathVariable String id) {
        return Result.of(service.resend(context, id));
    }

    @DeleteMapping("/{id}")
    @Access(roles = ADMIN, scope = WRITE)
    ResponseEntity<CommandResult> revoke(CommandContext context, @PathVariable String id) {
        return Answers.to(service.revoke(context, id), PATH);
    }

    private View view(Aggregate<Invitation> one) {
        return new View(
                one.id(),
                one.version(),
                service.emailOf(one),
                new TreeSet<>(one.state().roles()),
                one.state().stateAt(clock.instant()),
                one.createdAt(),
                one.state().expiresAt());
    }
}
