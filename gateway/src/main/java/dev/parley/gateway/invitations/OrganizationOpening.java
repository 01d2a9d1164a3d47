package dev.parley.gateway.invitations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.gateway.organizations.OrganizationService;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.security.Access;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Further organizations: the OPERATOR makes one and asks its first ADMIN in, and has no more to do with it. */
@RestController
class OrganizationOpening {

    private final OrganizationService organizations;
    private final InvitationService invitations;
    private final DerivedIds ids;

    OrganizationOpening(OrganizationService organizations, InvitationService invitations, DerivedIds ids) {
        this.organizations = organizations;
        this.invitations = invitations;
        this.ids = ids;
    }

    record NewOrganization(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email @Size(max = 254) String adminEmail) {
        @Override
        public String toString() {
            return "NewOrganization";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opened(
            OrganizationId id,
            String invitationId,
            @Nullable String link) {}

    @PostMapping("/api/v1/operator/organizations")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(roles = Role.OPERATOR)
    Opened open(CommandContext context, @Valid @RequestBody NewOrganization request) {
        String scope = context.idempotencyKey().scope();
        var id = new OrganizationId(ids.of("organization/" + scope));
        var origin = new Origin(id, context.caller().actor(), context.correlationId(), null, false, context.now());
        organizations.ensure(origin, request.name().strip());
        var sent = invitations.invite(
                origin, ids.of("first-invitation/" + scope), request.adminEmail(), Set.of(Role.ADMIN));
        return new Opened(id, sent.receipt().id(), sent.link());
    }
}
