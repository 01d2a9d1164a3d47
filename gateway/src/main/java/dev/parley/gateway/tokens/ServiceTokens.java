package dev.parley.gateway.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Recognizes our own services: by the shared secret when they ask for a token, by that token when they use it. */
@Component
public class ServiceTokens {

    /** The only place where the shared secret counts. */
    public static final String PATH = "/internal/v1/tokens";

    /** The only thing the shared secret opens. */
    static final String ISSUE = "tokens:issue";

    private final byte[] secret;
    private final NimbusJwtDecoder decoder;

    ServiceTokens(GatewayKeys keys, TokenProperties properties) {
        this.secret = properties.serviceSecret().getBytes(UTF_8);
        this.decoder = decoder(keys);
    }

    /** A service that may ask for tokens, if the secret is right. */
    public Optional<Caller> bySecret(String given, String clientAddress) {
        return MessageDigest.isEqual(secret, given.getBytes(UTF_8))
                ? Optional.of(
                        new Caller("service", PrincipalType.SERVICE, Set.of(), Set.of(ISSUE), null, clientAddress))
                : Optional.empty();
    }

    /** The service a token was issued to. Tokens of people and API keys are worth nothing out here. */
    public Optional<Caller> byToken(String token, String clientAddress) {
        try {
            Jwt verified = decoder.decode(token);
            return PrincipalType.SERVICE.claim().equals(verified.getClaimAsString("principal_type"))
                    ? Optional.of(caller(verified, clientAddress))
                    : Optional.empty();
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    private static Caller caller(Jwt token, String clientAddress) {
        return new Caller(
                Objects.requireNonNull(token.getSubject()),
                PrincipalType.SERVICE,
                Set.of(),
                Set.copyOf(Objects.requireNonNull(token.getClaimAsStringList("scopes"))),
                new OrganizationId(Objects.requireNonNull(token.getClaimAsString("org"))),
                clientAddress);
    }

    private static NimbusJwtDecoder decoder(GatewayKeys keys) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.ES256, (selector, _) -> selector.select(keys.published())));
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        Predicate<List<String>> forUs = audience -> audience != null && audience.contains(TokenProperties.AUDIENCE);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(TokenProperties.ISSUER), new JwtClaimValidator<>("aud", forUs)));
        return decoder;
    }
}
