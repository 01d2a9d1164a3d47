package dev.parley.platform.aggregate;

import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.id.OrganizationId;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Turns documents into aggregates and states into documents. */
record StateMapper<S>(AggregateType<S> type, MongoConverter converter) {

    Aggregate<S> read(Document document) {
        return new Aggregate<>(
                document.getString("_id"),
                new OrganizationId(document.getString("organizationId")),
                document.getLong("version"),
                document.getLong("sequence"),
                document.getDate("createdAt").toInstant(),
                state(document));
    }

    S state(Document document) {
        return converter.read(type.stateType(), document.get("state", Document.class));
    }

    Document write(S state) {
        Document document = new Document();
        converter.write(state, document);
        return document;
    }

    /** The state after a change; the state before is null for what does not exist yet. */
    S next(@Nullable S state, Change<S> change) {
        @Nullable S next = state;
        for (DomainEvent event : change.events()) {
            next = type.evolve().apply(next, event);
        }
        return Objects.requireNonNull(privately(change, next), "a change must lead to a state");
    }

    @SuppressWarnings("NullAway") // a silent aggregate's first change receives null and builds the state
    private @Nullable S privately(Change<S> change, @Nullable S state) {
        return change.privately().apply(state);
    }
}
