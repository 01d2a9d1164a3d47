package dev.parley.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A collector: takes OTLP over HTTP and keeps what it got. */
final class OtlpReceiver implements AutoCloseable {

    private final Queue<Received.Span> spans = new ConcurrentLinkedQueue<>();
    private final Queue<Received.Log> logs = new ConcurrentLinkedQueue<>();
    private final Queue<Received.Metric> metrics = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    OtlpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", exchange -> answer(exchange, this::traces));
        server.createContext("/v1/logs", exchange -> answer(exchange, this::logs));
        server.createContext("/v1/metrics", exchange -> answer(exchange, this::metrics));
        server.start();
    }

    private interface Signal {
        void take(byte[] body) throws IOException;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Received.Span> spans(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    List<Received.Log> logs(String correlation) {
        return logs.stream()
                .filter(log -> correlation.equals(log.attributes().get("correlationId")))
                .toList();
    }

    List<Received.Metric> metrics() {
        return List.copyOf(metrics);
    }

    private void traces(byte[] body) throws IOException {
        ExportTraceServiceRequest.parseFrom(body)
                .getResourceSpansList()
                .forEach(of -> of.getScopeSpansList()
                        .forEach(scope -> scope.getSpansList()
                                .forEach(span -> spans.add(Received.Span.of(resource(of.getResource()), span)))));
    }

    private void logs(byte[] body) throws IOException {
        ExportLogsServiceRequest.parseFrom(body)
                .getResourceLogsList()
                .forEach(of -> of.getScopeLogsList()
                        .forEach(scope -> scope.getLogRecordsList()
                                .forEach(log -> logs.add(Received.Log.of(resource(of.getResource()), log)))));
    }

    private void metrics(byte[] body) throws IOException {
        ExportMetricsServiceRequest.parseFrom(body)
                .getResourceMetricsList()
                .forEach(of -> of.getScopeMetricsList()
                        .forEach(scope -> scope.getMetricsList()
                                .forEach(metric -> metrics.add(
                                        new Received.Metric(resource(of.getResource()), metric.getName())))));
    }

    static Map<String, String> attributes(List<KeyValue> list) {
        return list.stream()
                .collect(
                        Collectors.toMap(KeyValue::getKey, one -> one.getValue().getStringValue(), (a, _) -> a));
    }

    private static Map<String, String> resource(Resource resource) {
        return attributes(resource.getAttributesList());
    }

    private static void answer(HttpExchange exchange, Signal signal) throws IOException {
        try (exchange) {
            signal.take(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
