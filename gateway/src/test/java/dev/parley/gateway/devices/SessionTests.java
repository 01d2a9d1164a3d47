package dev.parley.gateway.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.accounts.AccountId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SessionTests {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration IDLE = Duration.ofHours(8);

    @Test
    void endsWhenItIsNotUsed() {
        assertThat(session(null).open(START.plus(IDLE).minusMillis(1), IDLE)).isTrue();
        assertThat(session(null).open(START.plus(IDLE), IDLE)).isFalse();
    }

    @Test
    void endsHoweverMuchItIsUsed() {
        Instant end = START.plus(Duration.ofHours(24));

        assertThat(session(null).seen(end.minusMillis(1)).open(end.minusMillis(1), IDLE))
                .isTrue();
        assertThat(session(null).seen(end.minusMillis(1)).open(end, IDLE)).isFalse();
    }

    @Test
    void endsWhenItIsRevoked() {
        assertThat(session(START).open(START, IDLE)).isFalse();
    }

    @Test
    void tokenIsTwoHundredAndFiftySixBitsAndKnownByItsHash() {
        var token = SessionToken.random();

        assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(token.hash()).matches("[0-9a-f]{64}");
        assertThat(token.toString()).doesNotContain(token.value());
    }

    @ParameterizedTest
    @CsvSource({
        "http, localhost, 127.0.0.1, false",
        "http, 127.0.0.1, 127.0.0.1, false",
        "https, localhost, 127.0.0.1, true",
        "http, parley.example, 127.0.0.1, true",
        "http, localhost, 10.0.0.7, true",
        "http, parley.example, 10.0.0.7, true",
    })
    void cookieIsSecureExceptOnPlainLoopback(String scheme, String host, String address, boolean secure) {
        var request = new MockHttpServletRequest();
        request.setScheme(scheme);
        request.setSecure("https".equals(scheme));
        request.setServerName(host);
        request.setRemoteAddr(address);

        String cookie = SessionCookie.carrying(SessionToken.random(), Duration.ofHours(24), request)
                .toString();

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=86400");
        assertThat(cookie.contains("; Secure")).isEqualTo(secure);
    }

    private static SignInSession session(@Nullable Instant revokedAt) {
        return new SignInSession(
                "id",
                new AccountId("33333333-3333-4333-8333-333333333333"),
                "127.0.0.1",
                START,
                START,
                START.plus(Duration.ofHours(24)),
                revokedAt,
                null);
    }
}
