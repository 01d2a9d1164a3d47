package dev.parley.platform.security;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads the caller out of a verified internal token. */
final class InternalTokenConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        try {
            return new CallerAuthentication(new Caller(
                    required(token.getSubject()),
                    PrincipalType.ofClaim(required(token.getClaimAsString("principal_type"))),
                    list(token, "roles").stream().map(Role::valueOf).collect(Collectors.toSet()),
                    Set.copyOf(list(token, "scopes")),
                    Optional.ofNullable(token.getClaimAsString("org"))
                            .map(OrganizationId::new)
                            .orElse(null),
                    Optional.ofNullable(token.getClaimAsString("client_address"))
                            .orElse("")));
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("the internal token has a claim of the wrong form", e);
        }
    }

    private static String required(@Nullable String claim) {
        if (claim == null) {
            throw new IllegalArgumentException("a claim is missing");
        }
        return claim;
    }

    private static List<String> list(Jwt token, String claim) {
        return Optional.ofNullable(token.getClaimAsStringList(claim)).orElse(List.of());
    }
}
