package dev.parley.analytics.topology;

import dev.parley.contracts.EventCodec;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;

/** What an operator wants of a dead letter that comes back; said in a header of the replayed record. */
public enum Replay {
    /** The record comes from its topic as usual. */
    NONE,
    /** Count it now. */
    APPLY,
    /** Go past it. */
    DISCARD;

    public static final String HEADER = "parley_replay";

    static Replay of(Headers headers) {
        String text = EventCodec.text(headers, HEADER);
        return Arrays.stream(values())
                .filter(replay -> replay.name().equals(text))
                .findFirst()
                .orElse(NONE);
    }
}
