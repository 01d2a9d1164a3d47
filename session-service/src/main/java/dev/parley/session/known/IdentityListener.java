package dev.parley.session.known;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.IdentityEvent.UserAdded;
import dev.parley.contracts.IdentityEvent.UserDeactivated;
import dev.parley.contracts.IdentityEvent.UserRolesChanged;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.inbox.EventConsumer;
import dev.parley.platform.inbox.Inbox;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps who exists and may be on a panel. */
@Component
class IdentityListener implements EventConsumer {

    private static final String NAME = "session-service.identity";

    private final Inbox inbox;
    private final AggregateStore<KnownUser> users;

    IdentityListener(Inbox inbox, AggregateStore<KnownUser> users) {
        this.inbox = inbox;
        this.users = users;
    }

    @Override
    public String name() {
        return NAME;
    }

    @KafkaListener(id = NAME, topics = "identity-events")
    void on(ConsumerRecord<String, byte[]> kafkaRecord) {
        inbox.receive(this, kafkaRecord);
    }

    @Override
    public void apply(Envelope event) {
        if (event.subject().kind() == AggregateKind.USER) {
            users.react(event, event.subject().id(), state -> Change.privately(_ -> next(state, event)));
        }
    }

    private static KnownUser next(@Nullable KnownUser state, Envelope event) {
        KnownUser user = Objects.requireNonNullElse(state, KnownUser.UNKNOWN);
        return switch (event.event()) {
            case UserAdded added -> new KnownUser(added.roles(), true);
            case UserRolesChanged changed -> new KnownUser(changed.roles(), user.active());
            case UserDeactivated _ -> new KnownUser(user.roles(), false);
            default -> user;
        };
    }
}
