package dev.parley.platform.trial;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Follows every position on the topic; fails where a test asks it to. */
@Component
class FollowerListener implements AggregateConsumer<Follower> {

    static final String ID = "trial.positions";

    private static final Logger LOG = LoggerFactory.getLogger(FollowerListener.class);

    private final Inbox inbox;
    private final AggregateStore<Follower> followers;
    private final Faults faults;

    FollowerListener(Inbox inbox, AggregateStore<Follower> followers, Faults faults) {
        this.inbox = inbox;
        this.followers = followers;
        this.faults = faults;
    }

    @Override
    public String name() {
        return ID;
    }

    @KafkaListener(id = ID, topics = "session-events", batch = "true", properties = AggregateConsumer.MANY)
    void on(List<ConsumerRecord<String, byte[]>> kafkaRecords) {
        kafkaRecords.forEach(faults::count);
        inbox.receiveAll(this, kafkaRecords);
        kafkaRecords.forEach(faults::beforeCommit);
    }

    @Override
    public AggregateStore<Follower> store() {
        return followers;
    }

    @Override
    public Optional<String> target(Envelope event) {
        return event.subject().kind() == AggregateKind.POSITION
                ? Optional.of(event.subject().id())
                : Optional.empty();
    }

    @Override
    public Change<Follower> react(@Nullable Follower state, Envelope event) {
        faults.inEffect(event);
        LOG.info("applying {} of {}", event.sequence(), event.subject());
        return Follower.after(event);
    }
}
