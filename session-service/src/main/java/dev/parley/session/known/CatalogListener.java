package dev.parley.session.known;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.KitEvent.KitArchived;
import dev.parley.contracts.KitEvent.KitPublished;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.inbox.Inbox;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the kits that sessions are planned from. */
@Component
class CatalogListener {

    private static final String NAME = "session-service.catalog";

    private final Inbox inbox;
    private final AggregateStore<KnownKit> kits;

    CatalogListener(Inbox inbox, AggregateStore<KnownKit> kits) {
        this.inbox = inbox;
        this.kits = kits;
    }

    @KafkaListener(id = NAME, topics = "question-events")
    void on(ConsumerRecord<String, byte[]> kafkaRecord) {
        inbox.receive(NAME, kafkaRecord, this::apply);
    }

    private void apply(Envelope event) {
        if (event.subject().kind() == AggregateKind.KIT) {
            kits.react(event, event.subject().id(), state -> Change.privately(_ -> next(state, event)));
        }
    }

    private static KnownKit next(@Nullable KnownKit state, Envelope event) {
        KnownKit kit = Objects.requireNonNullElse(state, KnownKit.UNPUBLISHED);
        return switch (event.event()) {
            case KitPublished published -> kit.published(published.plan());
            case KitArchived _ -> new KnownKit(kit.versions(), true);
            default -> kit;
        };
    }
}
