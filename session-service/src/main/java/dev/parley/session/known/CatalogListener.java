package dev.parley.session.known;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.KitEvent.KitArchived;
import dev.parley.contracts.KitEvent.KitPublished;
import dev.parley.contracts.Plan;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.inbox.EventConsumer;
import dev.parley.platform.inbox.Inbox;
import java.time.Clock;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the kits that sessions are planned from. */
@Component
class CatalogListener implements EventConsumer {

    private static final String NAME = "session-service.catalog";

    private final Inbox inbox;
    private final AggregateStore<KnownKit> kits;
    private final AggregateStore<Plan> plans;
    private final Clock clock;

    CatalogListener(Inbox inbox, AggregateStore<KnownKit> kits, AggregateStore<Plan> plans, Clock clock) {
        this.inbox = inbox;
        this.kits = kits;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @KafkaListener(id = NAME, topics = "question-events")
    void on(ConsumerRecord<String, byte[]> kafkaRecord) {
        inbox.receive(this, kafkaRecord);
    }

    @Override
    public void apply(Envelope event) {
        if (event.subject().kind() != AggregateKind.KIT) {
            return;
        }
        if (event.event() instanceof KitPublished published) {
            keep(event, published);
        }
        kits.react(event, event.subject().id(), state -> Change.privately(_ -> next(state, event)));
    }

    // a version never changes, so keeping it twice needs no guard
    private void keep(Envelope event, KitPublished published) {
        Origin origin = Origin.reactingTo(event.metadata(), clock.instant());
        String id = Knowledge.planId(published.kitId(), published.version());
        plans.carryOut(origin, id, state -> Change.privately(_ -> state == null ? published.plan() : state));
    }

    private static KnownKit next(@Nullable KnownKit state, Envelope event) {
        KnownKit kit = Objects.requireNonNullElse(state, KnownKit.UNPUBLISHED);
        return switch (event.event()) {
            case KitPublished published -> new KnownKit(published.version(), kit.archived());
            case KitArchived _ -> new KnownKit(kit.latest(), true);
            default -> kit;
        };
    }
}
