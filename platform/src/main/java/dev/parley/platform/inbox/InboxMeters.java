package dev.parley.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What became of a consumer's records. All of it is there, as zero, from its first record on. */
final class InboxMeters {

    private final Map<String, OneConsumer> consumers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    InboxMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record OneConsumer(Counter parked, Counter gaps, Counter reused) {}

    /** Called with each record, so that a first alarm is seen as a step from zero. */
    void arrived(String consumer) {
        of(consumer);
    }

    void parked(String consumer) {
        of(consumer).parked.increment();
    }

    void gap(String consumer) {
        of(consumer).gaps.increment();
    }

    void reused(String consumer) {
        of(consumer).reused.increment();
    }

    private OneConsumer of(String consumer) {
        return consumers.computeIfAbsent(
                consumer,
                name -> new OneConsumer(
                        Counter.builder("parley.inbox.parked")
                                .description("Records set aside, those that wait behind another one included")
                                .tag("consumer", name)
                                .register(registry),
                        alarms(name, "gap"),
                        alarms(name, "reused")));
    }

    private Counter alarms(String consumer, String kind) {
        return Counter.builder("parley.inbox.alarms")
                .description("Histories that cannot be true: events missing, or two with one sequence")
                .tag("consumer", consumer)
                .tag("kind", kind)
                .register(registry);
    }
}
