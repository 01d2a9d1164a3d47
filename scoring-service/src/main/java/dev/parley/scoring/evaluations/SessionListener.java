package dev.parley.scoring.evaluations;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.platform.aggregate.AggregateConsumer;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.inbox.Inbox;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Follows sessions; their evaluations do what {@link InterviewRules} say. */
@Component
class SessionListener implements AggregateConsumer<Evaluation> {

    static final String CONSUMER = "scoring-service.sessions";

    private final Inbox inbox;
    private final AggregateStore<Evaluation> evaluations;

    SessionListener(Inbox inbox, AggregateStore<Evaluation> evaluations) {
        this.inbox = inbox;
        this.evaluations = evaluations;
    }

    @Override
    public String name() {
        return CONSUMER;
    }

    @KafkaListener(id = CONSUMER, topics = "session-events", batch = "true", properties = AggregateConsumer.MANY)
    void on(List<ConsumerRecord<String, byte[]>> kafkaRecords) {
        inbox.receiveAll(this, kafkaRecords);
    }

    @Override
    public AggregateStore<Evaluation> store() {
        return evaluations;
    }

    @Override
    public Optional<String> target(Envelope event) {
        return event.subject().kind() == AggregateKind.SESSION
                ? Optional.of(event.subject().id())
                : Optional.empty();
    }

    @Override
    public Change<Evaluation> react(@Nullable Evaluation state, Envelope event) {
        return InterviewRules.react(state, event);
    }
}
