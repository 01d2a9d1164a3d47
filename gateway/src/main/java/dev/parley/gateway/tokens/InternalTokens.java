package dev.parley.gateway.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import dev.parley.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Signs what the gateway knows about a caller; the same caller gets the same token for half its life. */
@Component
public class InternalTokens {

    private final JwtEncoder encoder;
    private final JwsHeader header;
    private final TokenProperties properties;
    private final Clock clock;
    private final Cache<Caller, InternalToken> recent;

    InternalTokens(GatewayKeys keys, TokenProperties properties, Clock clock) {
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(keys.own())));
        this.header = JwsHeader.with(SignatureAlgorithm.ES256)
                .keyId(keys.own().getKeyID())
                .build();
        this.properties = properties;
        this.clock = clock;
        this.recent = Caffeine.newBuilder()
                .expireAfterWrite(properties.lifetime().dividedBy(2))
                .maximumSize(20_000)
                .build();
    }

    public InternalToken of(Caller caller) {
        return recent.get(caller, this::sign);
    }

    private InternalToken sign(Caller caller) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(properties.lifetime());
        var claims = JwtClaimsSet.builder()
                .issuer(TokenProperties.ISSUER)
                .audience(List.of(TokenProperties.AUDIENCE))
                .subject(caller.principalId())
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(expiresAt)
                .claim("principal_type", caller.type().claim())
                .claim("roles", caller.roles().stream().map(Enum::name).sorted().toList())
                .claim("scopes", caller.scopes().stream().sorted().toList())
                .claim("client_address", caller.clientAddress());
        if (caller.organizationId() != null) {
            claims.claim("org", caller.organizationId().value());
        }
        String value = encoder.encode(JwtEncoderParameters.from(header, claims.build()))
                .getTokenValue();
        return new InternalToken(value, expiresAt);
    }
}
