package dev.parley.platform.outbox;

import dev.parley.contracts.EventCodec;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The current span in W3C form, so that an event carries the trace of the command it came from. */
public final class TraceContext {

    private static final String HEADER = "traceparent";

    private final @Nullable Tracer tracer;

    public TraceContext(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** A {@code traceparent} value, or null outside any span. */
    public @Nullable String current() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        String flags = Boolean.TRUE.equals(span.context().sampled()) ? "01" : "00";
        return "00-" + span.context().traceId() + "-" + span.context().spanId() + "-" + flags;
    }

    /** In which the trace that the record carries goes on, however much later. */
    public static Context carriedBy(Headers headers) {
        String given = EventCodec.text(headers, HEADER);
        Map<String, String> carrier = given == null ? Map.of() : Map.of(HEADER, given);
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), carrier, new CarrierGetter());
    }

    private static final class CarrierGetter implements TextMapGetter<Map<String, String>> {

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
