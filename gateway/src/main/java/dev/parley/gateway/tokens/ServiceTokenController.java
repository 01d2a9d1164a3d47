package dev.parley.gateway.tokens;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.gateway.organizations.OrganizationService;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for jobs of services, which have no caller whose token they could pass on. */
@RestController
class ServiceTokenController {

    private final InternalTokens tokens;
    private final OrganizationService organizations;
    private final TokenProperties properties;

    ServiceTokenController(InternalTokens tokens, OrganizationService organizations, TokenProperties properties) {
        this.tokens = tokens;
        this.organizations = organizations;
        this.properties = properties;
    }

    record Wanted(
            @NotBlank String service,
            @NotNull OrganizationId organizationId,
            @NotEmpty Set<String> scopes) {}

    record Issued(String token, Instant expiresAt) {}

    @PostMapping(ServiceTokens.PATH)
    @Access(scope = ServiceTokens.ISSUE)
    Issued issue(Caller caller, @Valid @RequestBody Wanted wanted) {
        Set<String> allowed = properties.serviceScopes().getOrDefault(wanted.service(), Set.of());
        if (!allowed.containsAll(wanted.scopes())) {
            throw new DomainException.Forbidden("This service may not have these scopes.");
        }
        if (!organizations.exists(wanted.organizationId())) {
            throw new DomainException.NotFound(
                    "organization", wanted.organizationId().value());
        }
        InternalToken token = tokens.of(new Caller(
                wanted.service(),
                PrincipalType.SERVICE,
                Set.of(),
                wanted.scopes(),
                wanted.organizationId(),
                caller.clientAddress()));
        return new Issued(token.value(), token.expiresAt());
    }
}
