package dev.parley.bench.events;

import dev.parley.contracts.Envelope;
import dev.parley.platform.aggregate.AggregateConsumer;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.inbox.Inbox;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;

/** A listener as services have them, which follows every subject of one topic; it is started when it is measured. */
class Follower implements AggregateConsumer<Followed> {

    private final String name;
    private final String topic;
    private final Inbox inbox;
    private final AggregateStore<Followed> followed;
    private final AtomicLong taken = new AtomicLong();
    private volatile long firstNanos;
    private volatile long lastNanos;

    Follower(String name, String topic, Inbox inbox, AggregateStore<Followed> followed) {
        this.name = name;
        this.topic = topic;
        this.inbox = inbox;
        this.followed = followed;
    }

    @Override
    public String name() {
        return name;
    }

    /** For the annotation below. */
    public String topic() {
        return topic;
    }

    @KafkaListener(
            id = "#{__listener.name}",
            topics = "#{__listener.topic}",
            autoStartup = "false",
            batch = "true",
            properties = AggregateConsumer.MANY)
    void on(List<ConsumerRecord<String, byte[]>> kafkaRecords) {
        if (taken.get() == 0) {
            firstNanos = System.nanoTime();
        }
        inbox.receiveAll(this, kafkaRecords);
        lastNanos = System.nanoTime();
        taken.addAndGet(kafkaRecords.size());
    }

    @Override
    public AggregateStore<Followed> store() {
        return followed;
    }

    @Override
    public Optional<String> target(Envelope event) {
        return Optional.of(event.subject().id());
    }

    @Override
    public Change<Followed> react(@Nullable Followed state, Envelope event) {
        return Followed.after(event);
    }

    /** Counts from none again. */
    void reset() {
        taken.set(0);
    }

    long taken() {
        return taken.get();
    }

    /** When the first of those counted was delivered. */
    long firstNanos() {
        return firstNanos;
    }

    /** When the effect of the last of them was there. */
    long lastNanos() {
        return lastNanos;
    }
}
