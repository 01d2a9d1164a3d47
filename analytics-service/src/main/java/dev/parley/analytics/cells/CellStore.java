package dev.parley.analytics.cells;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.parley.analytics.topology.Cell;
import dev.parley.analytics.topology.CellCount;
import dev.parley.platform.security.CrossTenant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps the newest state of each cell: a state is written only over an older generation or a lower revision. */
@Component
@CrossTenant("each cell carries its organization, and a batch holds cells of many")
final class CellStore {

    static final String COLLECTION = "cells";

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> cells;

    CellStore(MongoTemplate mongo) {
        this.cells = mongo.getCollection(COLLECTION);
    }

    /** Writes at most one state per cell. */
    void write(Collection<CellChange> changes) {
        List<CellChange> all = List.copyOf(changes);
        if (all.isEmpty()) {
            return;
        }
        try {
            cells.bulkWrite(updates(all, true), UNORDERED);
        } catch (MongoBulkWriteException e) {
            // the cell exists: its state is newer, or another writer has just put in an older one
            cells.bulkWrite(updates(existing(all, e), false), UNORDERED);
        }
    }

    private static List<CellChange> existing(List<CellChange> changes, MongoBulkWriteException e) {
        boolean onlyExisting = e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        if (!onlyExisting) {
            throw e;
        }
        return e.getWriteErrors().stream()
                .map(BulkWriteError::getIndex)
                .map(changes::get)
                .toList();
    }

    private static List<UpdateOneModel<Document>> updates(List<CellChange> changes, boolean upsert) {
        var options = new UpdateOptions().upsert(upsert);
        return changes.stream()
                .map(change ->
                        new UpdateOneModel<Document>(older(change), new Document("$set", state(change)), options))
                .toList();
    }

    private static Bson older(CellChange change) {
        CellCount count = change.count();
        return and(
                eq("_id", change.key()),
                or(
                        lt("generation", count.generation()),
                        and(eq("generation", count.generation()), lt("revision", count.revision()))));
    }

    private static Document state(CellChange change) {
        Cell cell = change.cell();
        var state = new Document("organizationId", cell.organization().value())
                .append("metric", cell.metric().name())
                .append("day", cell.day().toString())
                .append("positionId", cell.position().value())
                .append("kitId", cell.kit() == null ? null : cell.kit().value())
                .append(
                        "questionId",
                        cell.question() == null ? null : cell.question().value())
                .append(
                        "interviewerId",
                        cell.interviewer() == null ? null : cell.interviewer().value())
                .append("value", cell.value())
                .append("count", change.count().count())
                .append("revision", change.count().revision())
                .append("generation", change.count().generation());
        state.values().removeIf(Objects::isNull);
        return state;
    }
}
