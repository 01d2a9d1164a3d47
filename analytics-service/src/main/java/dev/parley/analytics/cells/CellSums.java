package dev.parley.analytics.cells;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.parley.analytics.topology.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Sums cells of one organization; the only way to read them. */
@Component
public final class CellSums {

    private final MongoCollection<Document> cells;

    CellSums(MongoTemplate mongo) {
        this.cells = mongo.getCollection(CellStore.COLLECTION);
        cells.createIndex(
                Indexes.ascending("organizationId", "metric", "day"), new IndexOptions().name("days-of-a-metric"));
    }

    /** One sum per combination of the given dimensions and the value, without those that are zero. */
    public List<CellSum> of(Metric metric, Selection selection, Dimension... dimensions) {
        var by = new Document("value", "$value");
        for (Dimension dimension : dimensions) {
            by.append(dimension.field(), "$" + dimension.field());
        }
        var pipeline =
                List.of(match(cells(metric, selection)), group(by, sum("count", "$count")), match(ne("count", 0)));
        return cells.aggregate(pipeline).map(CellSums::read).into(new ArrayList<>());
    }

    private static Bson cells(Metric metric, Selection selection) {
        List<Bson> conditions = new ArrayList<>(List.of(
                eq("organizationId", selection.organization().value()),
                eq("metric", metric.name()),
                gte("day", selection.from().toString()),
                lte("day", selection.to().toString())));
        if (selection.position() != null) {
            conditions.add(eq("positionId", selection.position().value()));
        }
        if (selection.kit() != null) {
            conditions.add(eq("kitId", selection.kit().value()));
        }
        return and(conditions);
    }

    private static CellSum read(Document sum) {
        Document by = Objects.requireNonNull(sum.get("_id", Document.class));
        return new CellSum(
                by.getString(Dimension.DAY.field()),
                by.getString(Dimension.KIT.field()),
                by.getString("value"),
                sum.get("count", Number.class).longValue());
    }
}
