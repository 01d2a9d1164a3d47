package dev.parley.platform.trial;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.inbox.EventConsumer;
import dev.parley.platform.inbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Follows every position on the topic; fails where a test asks it to. */
@Component
class FollowerListener implements EventConsumer {

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

    @KafkaListener(id = ID, topics = "session-events")
    void on(ConsumerRecord<String, byte[]> kafkaRecord) {
        faults.count(kafkaRecord);
        inbox.receive(this, kafkaRecord);
        faults.beforeCommit(kafkaRecord);
    }

    @Override
    public void apply(Envelope event) {
        if (event.subject().kind() != AggregateKind.POSITION) {
            return;
        }
        followers.react(event, event.subject().id(), _ -> follow(event));
    }

    private Change<Follower> follow(Envelope event) {
        faults.inEffect(event);
        LOG.info("applying {} of {}", event.sequence(), event.subject());
        return Follower.after(event);
    }
}
