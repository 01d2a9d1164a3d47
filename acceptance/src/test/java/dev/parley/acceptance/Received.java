package dev.parley.acceptance;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.HexFormat;
import java.util.Map;

/** What a collector got, each with the attributes of where it came from. */
final class Received {

    private Received() {}

    record Span(
            Map<String, String> resource,
            String trace,
            String id,
            String parent,
            String name,
            SpanKind kind,
            Map<String, String> attributes) {

        static Span of(Map<String, String> resource, io.opentelemetry.proto.trace.v1.Span span) {
            return new Span(
                    resource,
                    hex(span.getTraceId()),
                    hex(span.getSpanId()),
                    hex(span.getParentSpanId()),
                    span.getName(),
                    span.getKind(),
                    OtlpReceiver.attributes(span.getAttributesList()));
        }

        /** For example {@code session-service PRODUCER session-events}. */
        String place() {
            String topic = attributes.getOrDefault(
                    "messaging.destination.name", attributes.getOrDefault("messaging.source.name", ""));
            return (service(resource) + " " + kind.name().replace("SPAN_KIND_", "") + " " + topic).strip();
        }
    }

    record Log(Map<String, String> resource, String trace, String text, Map<String, String> attributes) {

        static Log of(Map<String, String> resource, LogRecord log) {
            return new Log(
                    resource,
                    hex(log.getTraceId()),
                    log.getBody().getStringValue(),
                    OtlpReceiver.attributes(log.getAttributesList()));
        }

        String service() {
            return Received.service(resource);
        }
    }

    record Metric(Map<String, String> resource, String name) {

        String service() {
            return Received.service(resource);
        }
    }

    private static String service(Map<String, String> resource) {
        return resource.getOrDefault("service.name", "nobody");
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
