package dev.parley.platform.aggregate;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.BulkWriter.Staged;
import dev.parley.platform.inbox.Delivery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes many events to their aggregates by one query and one bulk write: one write of all its events to each document,
 * under the same sequence guard and version check as for one event. Whatever does not fit goes alone afterwards; the
 * guard skips what was stored after all.
 */
final class BulkReactions<S> {

    private static final Logger LOG = LoggerFactory.getLogger(BulkReactions.class);
    private static final int ATTEMPTS = 3;

    private final AggregateConsumer<S> consumer;
    private final AggregateWriter<S> writer;
    private final AggregateReader<S> reader;
    private final Map<Target, List<Delivery>> targets = new LinkedHashMap<>();
    private final Set<Delivery> taken = identities();

    private record Target(OrganizationId organization, String id) {}

    BulkReactions(AggregateConsumer<S> consumer, AggregateWriter<S> writer, AggregateReader<S> reader) {
        this.consumer = consumer;
        this.writer = writer;
        this.reader = reader;
    }

    /** Gives back those that have to go alone. */
    Set<Delivery> apply(List<Delivery> deliveries, BulkWriter bulk, Reactions reactions) {
        for (Delivery one : deliveries) {
            consumer.target(one.event())
                    .map(id -> new Target(one.event().metadata().organizationId(), id))
                    .ifPresent(target -> targets.computeIfAbsent(target, _ -> new ArrayList<>())
                            .add(one));
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Set<Delivery> alone = identities();
            if (bulk.store(stage(alone))) {
                count(alone, reactions);
                return alone;
            }
        }
        Set<Delivery> all = identities();
        targets.values().forEach(all::addAll);
        return all;
    }

    private List<Staged> stage(Set<Delivery> alone) {
        Map<String, Document> documents = reader.loadAll(
                targets.keySet().stream().map(Target::organization).distinct().toList(),
                targets.keySet().stream().map(Target::id).toList());
        List<Staged> staged = new ArrayList<>();
        targets.forEach((target, events) -> {
            try {
                stage(target, events, theirs(target, documents)).ifPresent(staged::add);
            } catch (RuntimeException e) {
                // alone, it is known which event it is, and what has to be done about it
                LOG.debug("events of {} go alone: {}", target.id, e.toString());
                alone.addAll(events);
            }
        });
        return staged;
    }

    private @Nullable Document theirs(Target target, Map<String, Document> documents) {
        Document found = documents.get(target.id);
        return found != null && target.organization.value().equals(found.getString("organizationId")) ? found : null;
    }

    private Optional<Staged> stage(Target target, List<Delivery> events, @Nullable Document former) {
        var draft = new Draft<>(writer, target.id, former);
        for (Delivery one : events) {
            if (one.within(() -> draft.take(consumer, one.event()))) {
                taken.add(one);
            }
        }
        return draft.isUntouched() ? Optional.empty() : Optional.of(new Staged(former, draft.toWrite()));
    }

    private void count(Set<Delivery> alone, Reactions reactions) {
        targets.values().stream()
                .flatMap(List::stream)
                .filter(one -> !alone.contains(one))
                .forEach(one -> {
                    if (taken.contains(one)) {
                        reactions.applied(one.event(), writer.now());
                    } else {
                        reactions.skipped();
                    }
                });
    }

    private static Set<Delivery> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
