package dev.parley.session.sessions;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.id.SessionId;
import dev.parley.platform.aggregate.AggregateConsumer;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.inbox.Inbox;
import dev.parley.session.sessions.SessionCommand.FollowDecision;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** A recorded decision moves the session to DECIDED. */
@Component
class DecisionListener implements AggregateConsumer<Session> {

    private static final String NAME = "session-service.evaluations";

    private final Inbox inbox;
    private final AggregateStore<Session> sessions;

    DecisionListener(Inbox inbox, AggregateStore<Session> sessions) {
        this.inbox = inbox;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @KafkaListener(id = NAME, topics = "scoring-events", batch = "true", properties = AggregateConsumer.MANY)
    void on(List<ConsumerRecord<String, byte[]>> kafkaRecords) {
        inbox.receiveAll(this, kafkaRecords);
    }

    @Override
    public AggregateStore<Session> store() {
        return sessions;
    }

    @Override
    public Optional<String> target(Envelope event) {
        return event.subject().kind() == AggregateKind.EVALUATION
                ? Optional.of(event.subject().id())
                : Optional.empty();
    }

    @Override
    public Change<Session> react(@Nullable Session state, Envelope event) {
        if (event.event() instanceof DecisionRecorded decision) {
            SessionId id = decision.sessionId();
            return Session.decide(state, new FollowDecision(id, decision.outcome(), decision.occurredAt()));
        }
        if (state == null) {
            throw new IllegalStateException("an evaluation of a session that does not exist");
        }
        return Change.of();
    }
}
