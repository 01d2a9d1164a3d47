package dev.parley.gateway.security;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.parley.platform.error.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SameSiteTests {

    private final MockHttpServletRequest post = new MockHttpServletRequest("POST", "/api/v1/users");

    SameSiteTests() {
        post.setScheme("https");
        post.setServerName("parley.example");
        post.setServerPort(443);
    }

    @Test
    void readingNeedsNoProof() {
        assertThatNoException().isThrownBy(() -> SameSite.check(new MockHttpServletRequest("GET", "/api/v1/users")));
    }

    @Test
    void changingNeedsOurHeaderOrOurOrigin() {
        assertRefused();
        post.addHeader("X-Parley-Request", "1");
        assertThatNoException().isThrownBy(() -> SameSite.check(post));
    }

    @Test
    void ourOwnOriginIsProof() {
        post.addHeader("Origin", "https://parley.example");
        assertThatNoException().isThrownBy(() -> SameSite.check(post));
    }

    @Test
    void anUnusualPortIsPartOfTheOrigin() {
        post.setServerPort(8443);
        post.addHeader("Origin", "https://parley.example:8443");
        assertThatNoException().isThrownBy(() -> SameSite.check(post));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "http://parley.example",
                "https://parley.example:8443",
                "https://parley.example.evil.example",
                ""
            })
    void otherOriginsAreNone(String origin) {
        post.addHeader("Origin", origin);
        assertRefused();
    }

    /** ASVS 5.0 3.5.3: what the browser says about where a request comes from is believed. */
    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "anything-new"})
    void noChangeComesFromAnotherSiteWhateverElseItShows(String site) {
        post.addHeader("X-Parley-Request", "1");
        post.addHeader("Sec-Fetch-Site", site);

        assertThatExceptionOfType(DomainException.Forbidden.class).isThrownBy(() -> SameSite.checkOrigin(post));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void ourPagesAndTheirUserMayChange(String site) {
        post.addHeader("Sec-Fetch-Site", site);
        assertThatNoException().isThrownBy(() -> SameSite.checkOrigin(post));
    }

    private void assertRefused() {
        assertThatExceptionOfType(DomainException.Forbidden.class).isThrownBy(() -> SameSite.check(post));
    }
}
