package dev.parley.platform.trial;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventCodec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Bad luck on request: per subject, what its next record meets. */
@Component
public class Faults {

    private final Map<String, RuntimeException> effects = new ConcurrentHashMap<>();
    private final Map<String, RuntimeException> commits = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> contexts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> deliveries = new ConcurrentHashMap<>();

    /** Every event of the subject fails with this until {@link #heal}. */
    public void failEffect(String subject, RuntimeException fault) {
        effects.put(subject, fault);
    }

    public void heal(String subject) {
        effects.remove(subject);
    }

    /** The next record of the subject fails after its effect is stored and before its offset is. */
    public void failNextCommit(String subject, RuntimeException fault) {
        commits.put(subject, fault);
    }

    /** The log context in which the subject's last event was applied. */
    public Map<String, String> logContext(String subject) {
        return contexts.getOrDefault(subject, Map.of());
    }

    /** How often records of the subject reached the listener. */
    public int deliveries(String subject) {
        return deliveries.getOrDefault(subject, new AtomicInteger()).get();
    }

    void count(ConsumerRecord<String, byte[]> kafkaRecord) {
        deliveries
                .computeIfAbsent(subject(kafkaRecord), _ -> new AtomicInteger())
                .incrementAndGet();
    }

    void inEffect(Envelope event) {
        contexts.put(event.subject().toString(), Map.copyOf(MDC.getCopyOfContextMap()));
        throwIfAny(effects.get(event.subject().toString()));
    }

    void beforeCommit(ConsumerRecord<String, byte[]> kafkaRecord) {
        throwIfAny(commits.remove(subject(kafkaRecord)));
    }

    private static String subject(ConsumerRecord<String, byte[]> kafkaRecord) {
        return String.valueOf(EventCodec.text(kafkaRecord.headers(), "ce_subject"));
    }

    private static void throwIfAny(@Nullable RuntimeException fault) {
        if (fault != null) {
            throw fault;
        }
    }
}
