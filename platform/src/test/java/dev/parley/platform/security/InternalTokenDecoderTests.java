package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class InternalTokenDecoderTests {

    private final AtomicInteger fetches = new AtomicInteger();
    private final ECKey first = key("first");
    private final ECKey second = key("second");
    private volatile JWKSet published = new JWKSet(first.toPublicJWK());
    private HttpServer gateway = server();
    private JwtDecoder decoder = decoder();

    InternalTokenDecoderTests() throws Exception {}

    @BeforeEach
    void start() {
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void keysAreFetchedOnceForManyTokens() throws Exception {
        for (int i = 0; i < 5; i++) {
            decoder.decode(token(first));
        }

        assertThat(fetches).hasValue(1);
    }

    @Test
    void knownKeysStayGoodWhileTheGatewayIsAway() throws Exception {
        decoder.decode(token(first));
        gateway.stop(0);

        assertThat(decoder.decode(token(first)).getSubject()).isEqualTo("somebody");
    }

    @Test
    void keyOfANewGatewayIsFetchedWhenItsFirstTokenComes() throws Exception {
        decoder.decode(token(first));
        published = new JWKSet(java.util.List.of(first.toPublicJWK(), second.toPublicJWK()));

        assertThat(decoder.decode(token(second)).getSubject()).isEqualTo("somebody");
    }

    @Test
    void inventedKeyIdsDoNotBecomeALoadOnTheGateway() throws Exception {
        decoder.decode(token(first));
        for (int i = 0; i < 20; i++) {
            ECKey invented = key("invented-" + i);
            assertThatThrownBy(() -> decoder.decode(token(invented))).isInstanceOf(RuntimeException.class);
        }

        assertThat(fetches).hasValueLessThan(10);
    }

    @Test
    void tokenWithoutAnEndIsRefused() throws Exception {
        var endless = sign(first, claims().expirationTime(null).build());

        assertThatThrownBy(() -> decoder.decode(endless)).isInstanceOf(BadJwtException.class);
    }

    private JwtDecoder decoder() {
        URI keys = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/.well-known/jwks.json");
        return new SecurityConfiguration().internalTokenDecoder(new TokenProperties(keys, "parley-gateway", "parley"));
    }

    private HttpServer server() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetches.incrementAndGet();
            byte[] body = published.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        return server;
    }

    private static String token(ECKey key) throws Exception {
        return sign(key, claims().build());
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("parley-gateway")
                .audience("parley")
                .subject("somebody")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String sign(ECKey key, JWTClaimsSet claims) throws Exception {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static ECKey key(String id) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }
}
