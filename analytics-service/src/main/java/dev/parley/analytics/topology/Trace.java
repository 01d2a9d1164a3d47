package dev.parley.analytics.topology;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers that let a figure be traced back to the command that changed it, and to its time. */
final class Trace {

    private static final List<String> KEPT = List.of("ce_correlationid", "ce_time", "traceparent");

    private Trace() {}

    static Headers of(Headers headers) {
        var kept = new RecordHeaders();
        for (String name : KEPT) {
            Header header = headers.lastHeader(name);
            if (header != null) {
                kept.add(header);
            }
        }
        return kept;
    }
}
