package dev.parley.platform.aggregate;

import com.mongodb.client.MongoCollection;
import dev.parley.platform.aggregate.AggregateWriter.Environment;
import dev.parley.platform.outbox.OutboxRelay;
import dev.parley.platform.outbox.TraceContext;
import java.time.Clock;
import org.bson.Document;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** Opens stores, with the indexes their queries need. */
public final class AggregateStores {

    private final MongoTemplate mongo;
    private final OutboxRelay relay;
    private final DerivedIds ids;
    private final Clock clock;
    private final TraceContext trace;

    public AggregateStores(MongoTemplate mongo, OutboxRelay relay, DerivedIds ids, Clock clock, TraceContext trace) {
        this.mongo = mongo;
        this.relay = relay;
        this.ids = ids;
        this.clock = clock;
        this.trace = trace;
    }

    public <S> AggregateStore<S> open(AggregateType<S> type) {
        IndexOperations indexes = mongo.indexOps(type.collection());
        indexes.createIndex(type.order().index());
        if (type.kind() != null) {
            indexes.createIndex(new Index().on("outboxSince", Direction.ASC).sparse());
            relay.register(type.collection());
        }
        for (IndexDefinition index : type.indexes()) {
            indexes.createIndex(index);
        }
        MongoCollection<Document> collection = mongo.getCollection(type.collection());
        StateMapper<S> mapper = new StateMapper<>(type, mongo.getConverter());
        var writer = new AggregateWriter<>(mapper, collection, relay, ids, new Environment(clock, trace));
        return new AggregateStore<>(writer, mapper, collection);
    }
}
