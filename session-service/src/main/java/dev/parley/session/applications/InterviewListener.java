package dev.parley.session.applications;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.Stage;
import dev.parley.platform.aggregate.AggregateConsumer;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.inbox.Inbox;
import dev.parley.session.applications.ApplicationCommand.Move;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** A planned interview moves its application on to stage INTERVIEW; one that is further or has ended stays. */
@Component
class InterviewListener implements AggregateConsumer<Application> {

    private static final String NAME = "session-service.sessions";

    private final Inbox inbox;
    private final AggregateStore<Application> applications;

    InterviewListener(Inbox inbox, AggregateStore<Application> applications) {
        this.inbox = inbox;
        this.applications = applications;
    }

    @Override
    public String name() {
        return NAME;
    }

    @KafkaListener(id = NAME, topics = "session-events", batch = "true", properties = AggregateConsumer.MANY)
    void on(List<ConsumerRecord<String, byte[]>> kafkaRecords) {
        inbox.receiveAll(this, kafkaRecords);
    }

    @Override
    public AggregateStore<Application> store() {
        return applications;
    }

    // planning is the first event of every session, so the guard needs none of the later ones;
    // history brings the stages of its applications itself
    @Override
    public Optional<String> target(Envelope event) {
        return event.event() instanceof SessionScheduled planned
                        && !event.metadata().imported()
                ? Optional.of(planned.applicationId().value())
                : Optional.empty();
    }

    @Override
    public Change<Application> react(@Nullable Application state, Envelope event) {
        if (!(event.event() instanceof SessionScheduled planned)) {
            return Change.of();
        }
        var move = new Move(planned.applicationId(), Stage.INTERVIEW, null, planned.occurredAt());
        return Application.further(state, List.of(move));
    }
}
