package dev.parley.platform.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.parley.platform.outbox.OutboxRelay;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Stores the prepared writes of many documents at once, and has their events published. */
record BulkWriter(MongoCollection<Document> collection, OutboxRelay relay) {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /** A write to what was found, or of a new document. */
    record Staged(@Nullable Document former, PendingWrite write) {

        WriteModel<Document> model() {
            return former == null
                    ? new InsertOneModel<>(write.insert())
                    : new UpdateOneModel<>(write.unchanged(former), write.updateOf(former));
        }
    }

    /** False when one of them met another's write; then nobody knows which of them are stored. */
    boolean store(List<Staged> all) {
        if (all.isEmpty()) {
            return true;
        }
        boolean complete = write(all);
        all.stream()
                .filter(one -> !one.write.events().isEmpty())
                .forEach(one -> relay.publishSoon(
                        collection.getNamespace().getCollectionName(),
                        one.write.id(),
                        complete ? one.write.waitingAfter(one.former) : List.of()));
        return complete;
    }

    private boolean write(List<Staged> all) {
        try {
            var result = collection.bulkWrite(all.stream().map(Staged::model).toList(), UNORDERED);
            return result.getInsertedCount() + result.getMatchedCount() == all.size();
        } catch (MongoBulkWriteException e) {
            boolean onlyDuplicates = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (onlyDuplicates) {
                return false;
            }
            throw e;
        }
    }
}
