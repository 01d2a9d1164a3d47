package dev.parley.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.platform.ServiceTest;
import dev.parley.testkit.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What no decent client sends; byte by byte, because a decent client will not send it. */
class OddRequestsIT extends ServiceTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/openings/%00 HTTP/1.1",
                "GET /api/v1/openings/%zz HTTP/1.1",
                "GET /api/v1/openings/%ff HTTP/1.1",
                "GET /api/v1/openings/a%2fb HTTP/1.1",
                "GET /api/v1/openings/a%5cb HTTP/1.1",
                "GET /api/v1/openings/[x] HTTP/1.1",
                "GET /api/v1/openings/\"x\" HTTP/1.1",
                "GET /api/v1/openings?x=[1] HTTP/1.1",
                "GET /api/v1/openings?x=%zz HTTP/1.1",
                "GET /api/v1/openings?x=%ff HTTP/1.1",
                "GET /api/v1/openings;v=1 HTTP/1.1",
                "GET /api//v1/openings HTTP/1.1",
                "GET /api/%2e%2e/openings HTTP/1.1",
                "GET /../openings HTTP/1.1",
                "GET * HTTP/1.1",
                "G(T / HTTP/1.1",
                "GET / HTTP/1.1\r\nX(y): odd",
            })
    void unreadableRequestIsAProblem(String head) throws IOException {
        Reply reply = send(head);

        assertProblem(reply, 400, "invalid");
        assertThat(reply.json().at("/errors/0/detail").asString()).startsWith("expected a ");
    }

    @Test
    void unknownMethodAndVersionAreProblems() throws IOException {
        assertProblem(send("FOO /api/v1/openings HTTP/1.1"), 501, "http-501");
        assertProblem(send("PROPFIND /api/v1/openings HTTP/1.1"), 501, "http-501");
        assertProblem(send("CONNECT a:1 HTTP/1.1"), 501, "http-501");
        assertProblem(send("TRACE /api/v1/openings HTTP/1.1"), 405, "http-405");
        assertProblem(send("GET /api/v1/openings HTTP/7.1"), 505, "http-505");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/openings/%zz", "/api/v1/openings/[x]", "/api/v1/openings;v=1", "/error"})
    void decentCorrelationIdIsKept(String path) throws IOException {
        Reply reply = send("GET " + path + " HTTP/1.1\r\nX-Correlation-ID: click-17");

        // a request line that cannot be read is the end of reading: the headers after it are unknown
        String expected = path.contains("[") ? reply.header("X-Correlation-ID") : "click-17";
        assertThat(reply.json().path("correlationId").asString()).isEqualTo(expected);
    }

    @Test
    void undecodableQueryIsCountedAsTheCallersFault() throws IOException {
        String token = TestTokens.user(organization, newId(), Role.RECRUITER);

        assertProblem(send("GET /api/v1/openings?x=%zz HTTP/1.1\r\nAuthorization: Bearer " + token), 400, "invalid");

        assertThat(stranger().get("/actuator/prometheus").raw().body().lines())
                .filteredOn(line -> line.startsWith("http_server_requests_seconds_count"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("InvalidParameter"))
                .noneMatch(line -> line.contains("uri=\"UNKNOWN\"") && line.contains("status=\"500\""));
    }

    private static void assertProblem(Reply reply, int status, String slug) {
        assertThat(reply.text()).startsWith("HTTP/1.1 " + status + " ").doesNotContainIgnoringCase("<html", "tomcat");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = reply.json();
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("correlationId").asString())
                .matches("[0-9a-f-]{36}")
                .isEqualTo(reply.header("X-Correlation-ID"));
    }

    private Reply send(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            String request = head + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new Reply(new String(socket.getInputStream().readAllBytes(), UTF_8));
        }
    }

    /** An answer as it came over the wire. */
    private record Reply(String text) {

        String header(String name) {
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("absent");
        }

        // whole or in one chunk: the document is what is between the braces
        JsonNode json() {
            return new JsonMapper().readTree(text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1));
        }
    }
}
