package dev.parley.platform.aggregate;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.id.OrganizationId;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Turns documents into aggregates and states into documents. */
record StateMapper<S>(AggregateType<S> type, MongoConverter converter) {

    static final Bson WITH_STATE = Filters.ne("state", null);

    Aggregate<S> read(Document document) {
        return new Aggregate<>(
                document.getString("_id"),
                new OrganizationId(document.getString("organizationId")),
                document.getLong("version"),
                document.getLong("sequence"),
                document.getDate("createdAt").toInstant(),
                existing(document));
    }

    /** False for a document that has only followed events without an effect. */
    static boolean hasState(Document document) {
        return document.get("state") != null;
    }

    S existing(Document document) {
        return converter.read(type.stateType(), document.get("state", Document.class));
    }

    @Nullable
    S state(@Nullable Document document) {
        return document == null || !hasState(document) ? null : existing(document);
    }

    @Nullable
    Document write(@Nullable S state) {
        if (state == null) {
            return null;
        }
        Document document = new Document();
        converter.write(state, document);
        return document;
    }

    /** The state after a change; the state before is null for what does not exist yet. */
    @SuppressWarnings("NullAway") // a silent aggregate's first change receives null and builds the state
    @Nullable
    S next(@Nullable S state, Change<S> change) {
        @Nullable S next = state;
        for (DomainEvent event : change.events()) {
            next = type.evolve().apply(next, event);
        }
        return change.privately().apply(next);
    }
}
