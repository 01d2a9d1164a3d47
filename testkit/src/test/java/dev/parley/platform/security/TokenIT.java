package dev.parley.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.Role;
import dev.parley.platform.Service.Answer;
import dev.parley.platform.ServiceTest;
import dev.parley.testkit.TestTokens;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TokenIT extends ServiceTest {

    private static final String VIENNA = """
            {"timeZone": "Europe/Vienna"}""";

    @TestFactory
    List<DynamicTest> everythingButAGoodTokenIsRefused() throws Exception {
        String good = TestTokens.user(organization, newId(), Role.RECRUITER);
        JWTClaimsSet claims = SignedJWT.parse(good).getJWTClaimsSet();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("none", "");
        bad.put("garbage", "garbage");
        bad.put("forged", TestTokens.forged(organization, newId(), Role.RECRUITER));
        bad.put("expired", TestTokens.expired(organization, newId(), Role.RECRUITER));
        bad.put("alg none", new PlainJWT(claims).serialize());
        bad.put("HS256 with the public key", signedWithThePublicKey(claims));
        bad.put("claims exchanged", withOtherClaims(good));
        bad.put("signature cut off", good.substring(0, good.lastIndexOf('.') + 1));
        bad.put("wrong audience", altered(builder -> builder.audience("elsewhere")));
        bad.put("no audience", altered(builder -> builder.audience((String) null)));
        bad.put("wrong issuer", altered(builder -> builder.issuer("somebody")));
        bad.put("no end", altered(builder -> builder.expirationTime(null)));
        bad.put("no subject", altered(builder -> builder.subject(null)));
        bad.put("unknown principal type", altered(builder -> builder.claim("principal_type", "root")));
        bad.put("unknown role", altered(builder -> builder.claim("roles", List.of("EMPEROR"))));
        bad.put("organization of another form", altered(builder -> builder.claim("org", "{}")));
        return bad.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> assertRefused(entry.getValue())))
                .toList();
    }

    private void assertRefused(String token) {
        Answer answer = with(token).get("/api/v1/me");

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(401);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/unauthenticated");
        assertThat(answer.json().path("detail").asString()).isEqualTo("The request carries no valid credentials.");
        assertThat(with(token).post(OPENINGS, VIENNA).status()).isEqualTo(401);
    }

    private String altered(UnaryOperator<JWTClaimsSet.Builder> change) {
        return TestTokens.altered(organization, newId(), change, Role.RECRUITER);
    }

    private static String signedWithThePublicKey(JWTClaimsSet claims) throws Exception {
        var published = JWKSet.load(URI.create(TestTokens.issuerUri() + "/.well-known/jwks.json")
                        .toURL())
                .getKeys()
                .getFirst();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(published.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(new MACSigner(published.toECKey().toECPublicKey().getEncoded()));
        return token.serialize();
    }

    private static String withOtherClaims(String good) {
        String[] parts = good.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("RECRUITER", "ADMIN");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));
        return String.join(".", parts);
    }

    @Test
    void goodTokenSaysWhoCallsFromWhere() {
        String user = newId();

        Answer me = with(TestTokens.user(organization, user, Role.RECRUITER)).get("/api/v1/me");

        assertThat(me.json().path("actor").asString()).isEqualTo("user/" + user);
        assertThat(me.json().path("address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void rightRoleOrScopeIsNeeded() {
        var interviewer = with(TestTokens.user(organization, newId(), Role.INTERVIEWER));
        Answer refused = interviewer.post(OPENINGS, VIENNA);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("This needs role ADMIN or RECRUITER, or an API key with scope interviews:write.");

        assertThat(with(TestTokens.apiKey(organization, newId(), "interviews:read"))
                        .post(OPENINGS, VIENNA)
                        .status())
                .isEqualTo(403);
        assertThat(with(TestTokens.apiKey(organization, newId(), "interviews:write"))
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void apiKeyActsUnderItsOwnName() {
        String key = newId();
        String id = with(TestTokens.apiKey(organization, key, "interviews:write"))
                .post(OPENINGS, VIENNA)
                .id();

        var event = recordsUpTo(id, 1).getFirst();
        assertThat(EventCodec.text(event.headers(), "ce_actor")).isEqualTo("api-key/" + key);
    }

    @Test
    void handlerThatForgotToSayWhoMayIsClosed() {
        var everything = with(TestTokens.user(organization, newId(), Role.values()));

        assertThat(everything.get("/api/v1/forgotten").status()).isEqualTo(403);
        assertThat(stranger().get("/api/v1/forgotten").status()).isEqualTo(401);
    }

    @Test
    void callerWithoutAnOrganizationReadsNothing() {
        String operator = TestTokens.altered(
                organization, newId(), claims -> claims.claim("org", null), Role.OPERATOR, Role.RECRUITER);

        Answer answer = with(operator).get(OPENINGS);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(Objects.requireNonNull(answer.json().path("detail").asString()))
                .contains("X-Parley-Organization");
    }
}
