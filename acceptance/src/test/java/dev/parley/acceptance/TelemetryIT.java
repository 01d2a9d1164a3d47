package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.acceptance.Kcat.Event;
import dev.parley.acceptance.Received.Span;
import dev.parley.acceptance.TelemetryFiles.Alert;
import dev.parley.acceptance.TelemetryFiles.Expression;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the platform tells about itself, heard by a real Prometheus and by a collector. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelemetryIT {

    private static final Set<String> SERVICES = Set.of("gateway", "question", "session", "scoring", "analytics");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final OtlpReceiver collector = new OtlpReceiver();
    private Installation installation;
    private Demo demo;
    private Event scheduled;

    @BeforeAll
    void start() {
        installation = Installation.start(Map.of(
                "PARLEY_OTLP_ENDPOINT", collector.address().toString(),
                "MANAGEMENT_OTLP_METRICS_EXPORT_STEP", "5s",
                "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULEDELAY", "500ms",
                "LOGGING_LEVEL_DEV_PARLEY", "DEBUG",
                "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_WEB_SERVLET", "DEBUG"));
        demo = new Demo(installation);
        String session = demo.interview(1, _ -> {}).sessionId();
        scheduled = await().atMost(PATIENCE)
                .until(() -> scheduled(session), Optional::isPresent)
                .orElseThrow();
    }

    @AfterAll
    void stop() {
        if (installation != null) {
            installation.close();
        }
        collector.close();
    }

    @Test
    void everyExpressionOfDashboardsAndRulesFindsWhatItNames() throws Exception {
        Optional<Path> binary = Prometheus.find("prometheus");
        assumeTrue(binary.isPresent(), "there is no prometheus on the path; ./parley test installs it");
        var files = new TelemetryFiles(installation.home());
        List<Expression> expressions = new ArrayList<>(files.panels());
        expressions.addAll(files.recordingRules());
        for (Alert alert : files.alerts()) {
            TelemetryFiles.selectors(alert.expression())
                    .forEach(selector -> expressions.add(new Expression(alert.name(), selector)));
        }
        assertThat(expressions).hasSizeGreaterThan(100);
        // under one client name only the first of a service's listeners would be measured
        expressions.add(
                new Expression(
                        "each listener is measured",
                        "count(count by (client_id) (kafka_consumer_fetch_manager_records_lag{application=\"session-service\"})) >= 3"));

        try (var prometheus = new Prometheus(binary.get(), files.folder(), installation.ports(SERVICES))) {
            demo.interview(2, _ -> {});
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(prometheus.failures()).isEmpty());
            Set<Expression> silent = new HashSet<>(expressions);
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(3)).untilAsserted(() -> {
                silent.removeIf(
                        expression -> !prometheus.query(expression.text()).isEmpty());
                assertThat(silent).isEmpty();
            });
        }
    }

    @Test
    void noLabelTellsOfATenantOrAPerson() throws IOException, InterruptedException {
        for (int port : installation.ports(SERVICES).values()) {
            String metrics = get(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"));
            assertThat(metrics.lines().filter(line -> !line.startsWith("#")))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line)
                            .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-")
                            .doesNotContain("@", Demo.CANDIDATE));
        }
    }

    @Test
    void oneTraceLeadsFromTheGatewayToTheView() {
        String trace = scheduled.header("traceparent").split("-")[1];
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.spans(trace))
                        .extracting(Span::place)
                        .contains(
                                "gateway SERVER",
                                "gateway CLIENT",
                                "session-service SERVER",
                                "session-service PRODUCER session-events",
                                "scoring-service CONSUMER session-events",
                                "analytics-service CONSUMER analytics-cells"));
        List<Span> spans = collector.spans(trace);
        Span root = only(spans, "gateway SERVER");
        assertThat(root.parent()).isEmpty();
        Stream.of("scoring-service CONSUMER session-events", "analytics-service CONSUMER analytics-cells")
                .forEach(place -> assertThat(ancestors(spans, first(spans, place)))
                        .extracting(Span::place)
                        .containsSubsequence(
                                "session-service PRODUCER session-events",
                                "session-service SERVER",
                                "gateway CLIENT",
                                "gateway SERVER"));
    }

    @Test
    void logRecordsOnTheWayCarryTheCorrelationIdAndTheTrace() {
        String trace = scheduled.header("traceparent").split("-")[1];
        String correlation = scheduled.header("ce_correlationid");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.logs(correlation))
                        .extracting(Received.Log::service)
                        .contains("gateway", "session-service", "scoring-service", "analytics-service"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.logs(correlation).stream()
                                .filter(log -> log.trace().equals(trace)))
                        .extracting(Received.Log::service)
                        .contains("gateway", "session-service", "scoring-service"));
    }

    /** With the one before, every service: this is the other end of the platform, where kits come from. */
    @Test
    void theIdUnderWhichAKitWasPublishedIsInTheLogsOfAllWhoHearOfIt() {
        String correlation = events("question-events", "kit.published.v1")
                .findFirst()
                .orElseThrow()
                .header("ce_correlationid");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.logs(correlation))
                        .extracting(Received.Log::service)
                        .contains("gateway", "question-service", "session-service", "analytics-service"));
    }

    @Test
    void everySignalSaysWhichInstanceOfWhatItIs() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.metrics())
                        .extracting(Received.Metric::service)
                        .contains(
                                "gateway",
                                "question-service",
                                "session-service",
                                "scoring-service",
                                "analytics-service"));
        assertThat(Stream.concat(
                        collector.metrics().stream().map(Received.Metric::resource),
                        collector.logs(scheduled.header("ce_correlationid")).stream()
                                .map(Received.Log::resource)))
                .isNotEmpty()
                .allSatisfy(resource -> assertThat(resource)
                        .containsEntry("service.namespace", "parley")
                        .containsEntry("deployment.environment.name", "local")
                        .hasEntrySatisfying(
                                "service.version",
                                version -> assertThat(version).matches("\\d+\\..*"))
                        .hasEntrySatisfying(
                                "service.instance.id", id -> assertThat(id).matches("[a-z]+-1")));
        assertThat(collector.metrics()).extracting(Received.Metric::name).contains("parley.event.freshness");
    }

    private Optional<Event> scheduled(String session) {
        return events("session-events", "session.scheduled.v1")
                .filter(event -> event.key().equals(session))
                .findFirst();
    }

    private Stream<Event> events(String topic, String type) {
        return new Kcat(installation.kafka())
                .read(topic).stream().filter(event -> event.header("ce_type").equals(type));
    }

    private static Span first(List<Span> spans, String place) {
        return spans.stream()
                .filter(span -> span.place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    private static Span only(List<Span> spans, String place) {
        assertThat(spans.stream().filter(span -> span.place().equals(place))).hasSize(1);
        return first(spans, place);
    }

    private static List<Span> ancestors(List<Span> spans, Span from) {
        List<Span> way = new ArrayList<>();
        Optional<Span> next = parent(spans, from);
        while (next.isPresent()) {
            way.add(next.get());
            next = parent(spans, next.get());
        }
        return way;
    }

    private static Optional<Span> parent(List<Span> spans, Span child) {
        return spans.stream().filter(span -> span.id().equals(child.parent())).findFirst();
    }

    private static String get(URI address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
