package dev.parley.scoring.evaluations;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.inbox.EventConsumer;
import dev.parley.platform.inbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Follows sessions; their evaluations do what {@link InterviewRules} say. */
@Component
class SessionListener implements EventConsumer {

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

    @KafkaListener(id = CONSUMER, topics = "session-events")
    void on(ConsumerRecord<String, byte[]> kafkaRecord) {
        inbox.receive(this, kafkaRecord);
    }

    @Override
    public void apply(Envelope event) {
        if (event.subject().kind() == AggregateKind.SESSION) {
            evaluations.react(event, event.subject().id(), state -> InterviewRules.react(state, event));
        }
    }
}
