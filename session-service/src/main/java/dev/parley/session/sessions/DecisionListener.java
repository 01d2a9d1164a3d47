package dev.parley.session.sessions;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.id.SessionId;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.inbox.EventConsumer;
import dev.parley.platform.inbox.Inbox;
import dev.parley.session.sessions.SessionCommand.FollowDecision;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** A recorded decision moves the session to DECIDED. */
@Component
class DecisionListener implements EventConsumer {

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

    @KafkaListener(id = NAME, topics = "scoring-events")
    void on(ConsumerRecord<String, byte[]> kafkaRecord) {
        inbox.receive(this, kafkaRecord);
    }

    @Override
    public void apply(Envelope event) {
        if (event.subject().kind() == AggregateKind.EVALUATION) {
            sessions.react(event, event.subject().id(), state -> follow(state, event));
        }
    }

    private static Change<Session> follow(@Nullable Session state, Envelope event) {
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
