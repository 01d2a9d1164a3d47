package dev.parley.gateway.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.gateway.routes.Delivery.Parcel;
import dev.parley.platform.error.DomainException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

class DeliveryTests {

    private static final URI ADDRESS = URI.create("http://anywhere/api/v1/things?a=b%20c");

    private final RouteProperties properties = new RouteProperties(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofMillis(700),
            Map.of("things", new RouteProperties.Service(List.of(URI.create("http://x")), List.of("/x"))));
    private final Delivery delivery =
            new Delivery(new ServiceClient(RestClient.builder(), properties), properties, Clock.systemUTC());
    private final AtomicInteger served = new AtomicInteger();
    private final HttpServer server = server();
    private Answer answer = exchange -> reply(exchange, 200);

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void passesOverAnInstanceThatIsNotThere() throws IOException {
        for (int i = 0; i < 4; i++) {
            assertThat(deliver(post(false), nobody(), here()).getStatusCode().value())
                    .isEqualTo(200);
        }
        assertThat(served).hasValue(4);
    }

    @Test
    void takesInstancesInTurns() {
        var upstream = new Upstream("things", List.of(URI.create("http://a"), URI.create("http://b")));

        assertThat(upstream.inTurn().getFirst()).hasHost("a");
        assertThat(upstream.inTurn().getFirst()).hasHost("b");
        assertThat(upstream.inTurn().getFirst()).hasHost("a");
    }

    @Test
    void givesUpAfterAWhile() {
        assertThatExceptionOfType(DomainException.Unavailable.class)
                .isThrownBy(() -> deliver(post(true), nobody()))
                .withMessageContaining("things");
    }

    @Test
    void repeatsACommandWithAKeyWhateverHappened() throws IOException {
        answer = exchange -> {
            if (served.get() == 1) {
                exchange.close();
            } else {
                reply(exchange, served.get() == 2 ? 503 : 201);
            }
        };

        assertThat(deliver(post(true), here()).getStatusCode().value()).isEqualTo(201);
        assertThat(served).hasValue(3);
    }

    @Test
    void neverSendsTwiceWhatCouldHappenTwice() {
        answer = HttpExchange::close;

        assertThatExceptionOfType(DomainException.Unavailable.class).isThrownBy(() -> deliver(post(false), here()));
        assertThat(served).hasValue(1);
    }

    @Test
    void aServiceThatRefusesOurTokenIsNotReady() throws IOException {
        answer = exchange -> reply(exchange, served.get() == 1 ? 401 : 200);

        assertThat(deliver(new Parcel(HttpMethod.GET, ADDRESS, new HttpHeaders(), new byte[0]), here())
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void passesOnEveryOtherAnswer() throws IOException {
        answer = exchange -> reply(exchange, 500);

        assertThat(deliver(post(true), here()).getStatusCode().value()).isEqualTo(500);
        assertThat(served).hasValue(1);
    }

    private ClientHttpResponse deliver(Parcel parcel, URI... instances) {
        return delivery.deliver(parcel, new Upstream("things", List.of(instances)));
    }

    private static Parcel post(boolean withKey) {
        HttpHeaders headers = new HttpHeaders();
        if (withKey) {
            headers.set("Idempotency-Key", "key");
        }
        return new Parcel(HttpMethod.POST, ADDRESS, headers, "{}".getBytes(UTF_8));
    }

    private URI here() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static URI nobody() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpServer server() {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/", exchange -> {
                served.incrementAndGet();
                assertThat(exchange.getRequestURI()).hasToString("/api/v1/things?a=b%20c");
                answer.to(exchange);
            });
            made.start();
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void reply(HttpExchange exchange, int status) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
