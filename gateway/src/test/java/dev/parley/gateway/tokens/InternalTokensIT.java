package dev.parley.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.contracts.Role;
import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.Visitor;
import dev.parley.gateway.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

class InternalTokensIT extends GatewayIT {

    private static final String TOKENS = "/internal/v1/tokens";
    private static final String IMPORT = "/internal/v1/imported-evaluations";

    @Autowired
    private GatewayKeys keys;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void tellsServicesWhoCalls() {
        Visitor recruiter = member("claims@acme.test", Role.RECRUITER, Role.INTERVIEWER);
        Answer me = recruiter.get("/api/v1/me");

        var claims = recruiter.get("/api/v1/kits").json().path("claims");

        assertThat(claims.path("sub").asString()).isEqualTo(me.text("userId"));
        assertThat(claims.path("org").asString()).isEqualTo(me.text("organizationId"));
        assertThat(claims.path("principal_type").asString()).isEqualTo("user");
        assertThat(claims.path("roles").asString()).isEqualTo("[INTERVIEWER, RECRUITER]");
        assertThat(claims.path("aud").asString()).isEqualTo("[parley]");
        assertThat(claims.path("client_address").asString()).isEqualTo("127.0.0.1");
        Instant issued = Instant.parse(claims.path("iat").asString());
        assertThat(Instant.parse(claims.path("exp").asString())).isEqualTo(issued.plusSeconds(120));
    }

    @Test
    void servesTheKeysOfEveryLivingGatewayAndNoPrivateOne() throws JOSEException {
        ECKey other = newKey(UUID.randomUUID().toString());
        ECKey dead = newKey(UUID.randomUUID().toString());
        mongo.save(new GatewayKey(
                other.getKeyID(),
                other.toPublicJWK().toJSONString(),
                Instant.now().plusSeconds(60)));
        mongo.save(new GatewayKey(
                dead.getKeyID(),
                dead.toPublicJWK().toJSONString(),
                Instant.now().minusSeconds(60)));

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(
                                stranger().get("/.well-known/jwks.json").raw().body())
                        .contains(other.getKeyID(), keys.own().getKeyID())
                        .doesNotContain(dead.getKeyID(), "\"d\""));
    }

    @Test
    void servicesGetTokensForTheirJobsAndUseThemHere() {
        String organization = admin().get("/api/v1/me").text("organizationId");
        Answer issued = ask("test", "session-service", organization, "evaluations:import");
        assertThat(issued.status()).isEqualTo(200);

        Visitor service = stranger().with("Authorization", "Bearer " + issued.text("token"));
        var claims = service.post(IMPORT, Map.of()).json().path("claims");

        assertThat(claims.path("principal_type").asString()).isEqualTo("service");
        assertThat(claims.path("sub").asString()).isEqualTo("session-service");
        assertThat(claims.path("scopes").asString()).isEqualTo("[evaluations:import]");
        assertThat(claims.path("org").asString()).isEqualTo(organization);
    }

    @Test
    void nobodyElseGetsOne() {
        String organization = admin().get("/api/v1/me").text("organizationId");

        assertThat(ask("guess", "session-service", organization, "evaluations:import")
                        .status())
                .isEqualTo(401);
        assertThat(ask("test", "session-service", organization, "identity:write")
                        .status())
                .isEqualTo(403);
        assertThat(ask("test", "unknown-service", organization, "evaluations:import")
                        .status())
                .isEqualTo(403);
        assertThat(ask("test", "session-service", UUID.randomUUID().toString(), "evaluations:import")
                        .status())
                .isEqualTo(404);
        assertThat(stranger()
                        .with("X-Parley-Service-Secret", "test")
                        .get("/api/v1/kits")
                        .status())
                .isIn(401, 403);
    }

    @Test
    void internalRoutesAreForServices() {
        assertThat(stranger().post(IMPORT, Map.of()).status()).isEqualTo(401);
        assertThat(admin().post(IMPORT, Map.of()).status()).isEqualTo(403);
        assertThat(integrator("identity:write").post(IMPORT, Map.of()).status()).isEqualTo(403);
    }

    @TestFactory
    Stream<DynamicTest> tokensThatAreNotOursOpenNothing() throws JOSEException {
        String organization = admin().get("/api/v1/me").text("organizationId");
        ECKey own = keys.own();
        String secret = own.toPublicJWK().toJSONString();
        return Stream.of(
                refused("of a person", signed(own, claims(organization, "user").build())),
                refused("expired", signed(own, expired(organization))),
                refused(
                        "for others",
                        signed(
                                own,
                                claims(organization, "service")
                                        .audience("others")
                                        .build())),
                refused(
                        "of another issuer",
                        signed(
                                own,
                                claims(organization, "service").issuer("others").build())),
                refused("forged under our key's name", signed(newKey(own.getKeyID()), service(organization))),
                refused("of an unknown key", signed(newKey("unknown"), service(organization))),
                refused("unsigned", new PlainJWT(service(organization)).serialize()),
                refused(
                        "signed with our public key as a secret",
                        sign(
                                JWSAlgorithm.HS256,
                                own,
                                new MACSigner(secret.getBytes(StandardCharsets.UTF_8)),
                                organization)),
                refused("no token at all", "garbage"));
    }

    private DynamicTest refused(String name, String token) {
        return DynamicTest.dynamicTest(
                name,
                () -> assertThat(stranger()
                                .with("Authorization", "Bearer " + token)
                                .post(IMPORT, Map.of())
                                .status())
                        .isEqualTo(401));
    }

    private Answer ask(String secret, String service, String organization, String scope) {
        return stranger()
                .with("X-Parley-Service-Secret", secret)
                .post(TOKENS, Map.of("service", service, "organizationId", organization, "scopes", Set.of(scope)));
    }

    private static JWTClaimsSet service(String organization) {
        return claims(organization, "service").build();
    }

    @SuppressWarnings("JavaUtilDate") // the token library speaks it
    private static JWTClaimsSet expired(String organization) {
        return claims(organization, "service")
                .issueTime(Date.from(Instant.now().minusSeconds(900)))
                .expirationTime(Date.from(Instant.now().minusSeconds(600)))
                .build();
    }

    @SuppressWarnings("JavaUtilDate") // the token library speaks it
    private static JWTClaimsSet.Builder claims(String organization, String type) {
        return new JWTClaimsSet.Builder()
                .issuer("parley-gateway")
                .audience("parley")
                .subject("session-service")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("principal_type", type)
                .claim("scopes", List.of("evaluations:import"))
                .claim("org", organization);
    }

    private static String signed(ECKey key, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static String sign(JWSAlgorithm algorithm, ECKey key, JWSSigner signer, String organization)
            throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), service(organization));
        token.sign(signer);
        return token.serialize();
    }

    private static ECKey newKey(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }
}
