package dev.parley.bench.events;

import dev.parley.contracts.Envelope;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.inbox.EventConsumer;
import dev.parley.platform.inbox.Inbox;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** A listener as services have them, which follows every subject of one topic; it is started when it is measured. */
class Follower implements EventConsumer {

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

    @KafkaListener(id = "#{__listener.name}", topics = "#{__listener.topic}", autoStartup = "false")
    void on(ConsumerRecord<String, byte[]> kafkaRecord) {
        if (taken.get() == 0) {
            firstNanos = System.nanoTime();
        }
        inbox.receive(this, kafkaRecord);
        lastNanos = System.nanoTime();
        taken.incrementAndGet();
    }

    @Override
    public void apply(Envelope event) {
        followed.react(event, event.subject().id(), _ -> Followed.after(event));
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
