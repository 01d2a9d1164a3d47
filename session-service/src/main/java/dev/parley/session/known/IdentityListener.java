package dev.parley.session.known;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.IdentityEvent.UserAdded;
import dev.parley.contracts.IdentityEvent.UserDeactivated;
import dev.parley.contracts.IdentityEvent.UserRolesChanged;
import dev.parley.platform.aggregate.AggregateConsumer;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.inbox.Inbox;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps who exists and may be on a panel. */
@Component
class IdentityListener implements AggregateConsumer<KnownUser> {

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

    @KafkaListener(id = NAME, topics = "identity-events", batch = "true", properties = AggregateConsumer.MANY)
    void on(List<ConsumerRecord<String, byte[]>> kafkaRecords) {
        inbox.receiveAll(this, kafkaRecords);
    }

    @Override
    public AggregateStore<KnownUser> store() {
        return users;
    }

    @Override
    public Optional<String> target(Envelope event) {
        return event.subject().kind() == AggregateKind.USER
                ? Optional.of(event.subject().id())
                : Optional.empty();
    }

    @Override
    public Change<KnownUser> react(@Nullable KnownUser state, Envelope event) {
        return Change.privately(_ -> next(state, event));
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
