package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

class FromInsideTests {

    private static final int MAIN = 8080;
    private static final int MANAGEMENT = 9090;

    private final MockEnvironment environment = new MockEnvironment();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @BeforeEach
    void onePort() {
        ports(MAIN, MAIN);
        request.setLocalPort(MAIN);
    }

    private void ports(int main, int management) {
        environment.setProperty("local.server.port", Integer.toString(main));
        environment.setProperty("local.management.port", Integer.toString(management));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1"})
    void thisMachineIsInside(String address) {
        request.setRemoteAddr(address);
        assertThat(isInside()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "172.17.0.1", "192.168.1.5", "203.0.113.9", "fd00::7"})
    void everybodyElseIsNot(String address) {
        request.setRemoteAddr(address);
        assertThat(isInside()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP"})
    void whoComesThroughAProxyIsNotWhereverTheProxyIs(String header) {
        request.setRemoteAddr("127.0.0.1");
        request.addHeader(header, "127.0.0.1");
        assertThat(isInside()).isFalse();
    }

    @Test
    void addressABelievedHeaderClaimsCountsForNothing() {
        request.setRemoteAddr("127.0.0.1");
        request.setAttribute("org.apache.tomcat.request.forwarded", true);
        assertThat(isInside()).isFalse();
    }

    @Test
    void whoeverReachesTheManagementPortIsInside() {
        ports(MAIN, MANAGEMENT);
        request.setRemoteAddr("203.0.113.9");
        assertThat(isInside()).isFalse();

        request.setLocalPort(MANAGEMENT);
        assertThat(isInside()).isTrue();
    }

    private boolean isInside() {
        return new FromInside(environment)
                .authorize(() -> null, new RequestAuthorizationContext(request, Map.of()))
                .isGranted();
    }
}
