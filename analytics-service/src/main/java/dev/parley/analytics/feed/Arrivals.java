package dev.parley.analytics.feed;

import dev.parley.contracts.Envelope;
import dev.parley.platform.inbox.RecordConsumer;
import dev.parley.platform.inbox.SequenceGapException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Collects what is new in one batch of records. */
final class Arrivals implements RecordConsumer {

    private final Map<String, Kept> kept;
    private final Function<String, @Nullable Kept> feed;
    private final List<Arrival> collected = new ArrayList<>();

    /**
     * @param kept what is kept already of the events of this batch and of those before them
     * @param feed finds what is kept now
     */
    Arrivals(Map<String, Kept> kept, Function<String, @Nullable Kept> feed) {
        this.kept = new HashMap<>(kept);
        this.feed = feed;
    }

    @Override
    public String name() {
        return FeedListener.CONSUMER;
    }

    @Override
    public void apply(Envelope event, ConsumerRecord<String, byte[]> kafkaRecord) {
        place(event, kafkaRecord.offset()).ifPresent(place -> {
            var arrival = Arrival.of(event, kafkaRecord, place);
            kept.put(arrival.key(), arrival.kept());
            collected.add(arrival);
        });
    }

    List<Arrival> collected() {
        return List.copyOf(collected);
    }

    private OptionalLong place(Envelope event, long offset) {
        try {
            return Kept.placeOf(event, offset, kept::get);
        } catch (SequenceGapException _) {
            // since the batch was begun, an operator may have replayed what this one waits for
            return Kept.placeOf(event, offset, feed);
        }
    }
}
