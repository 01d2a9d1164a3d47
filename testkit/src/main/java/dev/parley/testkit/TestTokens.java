package dev.parley.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Stands where the gateway's key would: signs internal tokens and publishes the public key. */
public final class TestTokens {

    private static final TestTokens INSTANCE = new TestTokens();

    private final ECKey key = newKey("test");
    private final HttpServer server;

    private TestTokens() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/.well-known/jwks.json", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    /** Where the keys are served; goes into PARLEY_GATEWAY_URI. */
    public static String issuerUri() {
        return "http://127.0.0.1:" + INSTANCE.server.getAddress().getPort();
    }

    /** A token of a person with these roles. */
    public static String user(OrganizationId organization, String userId, Role... roles) {
        return altered(organization, userId, claims -> claims, roles);
    }

    /** A token of somebody who runs the installation and belongs to no organization. */
    public static String operator(String userId) {
        return INSTANCE.sign(
                INSTANCE.key,
                claims -> claims.subject(userId)
                        .claim("principal_type", "user")
                        .claim("roles", List.of(Role.OPERATOR.name())));
    }

    /** A person's token, properly signed, after a change of its claims. */
    public static String altered(
            OrganizationId organization, String userId, UnaryOperator<JWTClaimsSet.Builder> change, Role... roles) {
        return INSTANCE.sign(INSTANCE.key, claims -> change.apply(person(claims, organization, userId, roles)));
    }

    /** A token of an API key with these scopes. */
    public static String apiKey(OrganizationId organization, String keyId, String... scopes) {
        return INSTANCE.sign(INSTANCE.key, claims -> machine(claims, "api-key", organization, keyId, scopes));
    }

    /** A token of one of our services. */
    public static String service(OrganizationId organization, String name, String... scopes) {
        return INSTANCE.sign(INSTANCE.key, claims -> machine(claims, "service", organization, name, scopes));
    }

    /** What an attacker could sign: right claims, a key nobody published. */
    public static String forged(OrganizationId organization, String userId, Role... roles) {
        return INSTANCE.sign(newKey("test"), claims -> person(claims, organization, userId, roles));
    }

    /** A token that was good until ten minutes ago. */
    @SuppressWarnings("JavaUtilDate") // the token library speaks it
    public static String expired(OrganizationId organization, String userId, Role... roles) {
        Date end = Date.from(Instant.now().minus(Duration.ofMinutes(10)));
        return altered(organization, userId, claims -> claims.expirationTime(end), roles);
    }

    private static JWTClaimsSet.Builder person(
            JWTClaimsSet.Builder claims, OrganizationId organization, String userId, Role... roles) {
        return claims.subject(userId)
                .claim("principal_type", "user")
                .claim("roles", Arrays.stream(roles).map(Role::name).toList())
                .claim("org", organization.value());
    }

    private static JWTClaimsSet.Builder machine(
            JWTClaimsSet.Builder claims, String type, OrganizationId organization, String id, String... scopes) {
        return claims.subject(id)
                .claim("principal_type", type)
                .claim("scopes", List.of(scopes))
                .claim("org", organization.value());
    }

    @SuppressWarnings("JavaUtilDate") // the token library speaks it
    private String sign(ECKey with, UnaryOperator<JWTClaimsSet.Builder> more) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("parley-gateway")
                .audience("parley")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(2))))
                .claim("client_address", "127.0.0.1");
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(with.getKeyID()).build(),
                more.apply(claims).build());
        try {
            token.sign(new ECDSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
