package dev.parley.platform.inbox;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.IdempotencyKey;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.inbox.Drained.Stop;
import dev.parley.platform.security.CrossTenant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * What operators were answered, so that a repeated request gets the same. A request that was cut off before its answer was
 * kept is carried out again, which settles what is left to settle.
 */
@CrossTenant("as dead letters are")
final class OperatorAnswers {

    private final MongoCollection<Document> collection;

    OperatorAnswers(MongoTemplate mongo) {
        this.collection = mongo.getCollection("operatorAnswers");
        collection.createIndex(
                Indexes.ascending("at"),
                new IndexOptions().name("forgotten").expireAfter(IdempotencyKey.KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    /** @throws DomainException.KeyReused when the key came with another request before */
    Drained once(CommandContext context, Supplier<Drained> command) {
        IdempotencyKey key = context.idempotencyKey();
        Document known = Objects.requireNonNull(collection.findOneAndUpdate(
                eq("_id", key.scope()),
                Updates.combine(
                        Updates.setOnInsert("fingerprint", key.fingerprint()),
                        Updates.setOnInsert("at", context.now())),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        if (!key.fingerprint().equals(known.getString("fingerprint"))) {
            throw new DomainException.KeyReused();
        }
        @Nullable Document former = known.get("answer", Document.class);
        if (former != null) {
            return read(former);
        }
        Drained answer = command.get();
        collection.updateOne(eq("_id", key.scope()), Updates.set("answer", write(answer)));
        return answer;
    }

    private static Document write(Drained answer) {
        @Nullable Stop stop = answer.stopped();
        return new Document("settled", answer.settled())
                .append("waiting", answer.waiting())
                .append("stopped", stop == null ? null : new Document("id", stop.id()).append("cause", stop.cause()));
    }

    private static Drained read(Document answer) {
        @Nullable Document stop = answer.get("stopped", Document.class);
        return new Drained(
                answer.getInteger("settled"),
                answer.getLong("waiting"),
                stop == null ? null : new Stop(stop.getString("id"), stop.getString("cause")));
    }
}
