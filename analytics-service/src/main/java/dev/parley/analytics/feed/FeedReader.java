package dev.parley.analytics.feed;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Indexes;
import dev.parley.contracts.id.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Reads one organization's events from where a cursor is. */
@Component
final class FeedReader {

    private static final Bson BY_POSITION = Indexes.ascending("lane", "offset");

    private final MongoCollection<Document> feed;

    FeedReader(MongoTemplate mongo) {
        this.feed = mongo.getCollection(FeedWriter.COLLECTION);
    }

    /** An event, and where its reader is when it was taken. */
    record Delivered(String json, Cursor cursor) {}

    /** What follows, and where that ends. */
    record Stretch(List<Delivered> events, Cursor end) {}

    /** At most so many events of these types, or of all when there are none. */
    Stretch read(OrganizationId organization, Cursor from, Set<String> types, int limit) {
        // before the events: what comes while they are read lies behind both
        Cursor reached = types.isEmpty() ? from : ends(organization, from);
        List<Document> found = new ArrayList<>();
        find(organization, from, types, IntStream.range(from.turn(), Lane.COUNT), limit, found);
        find(organization, from, types, IntStream.range(0, from.turn()), limit - found.size(), found);
        List<Delivered> events = new ArrayList<>();
        Cursor cursor = from;
        for (Document one : found) {
            cursor = cursor.after(one.getInteger("lane"), one.getLong("offset"));
            events.add(new Delivered(one.getString("event"), cursor));
        }
        return new Stretch(events, found.size() < limit ? furthest(cursor, reached) : cursor);
    }

    /** Behind what was recorded before this time: in each lane at the first event of that time or later. */
    @SuppressWarnings("JavaUtilDate") // the driver speaks it
    Cursor since(OrganizationId organization, Instant time) {
        var late = new Document("$gte", List.of("$time", Date.from(time)));
        Cursor cursor = Cursor.START;
        for (Document lane : feed.aggregate(List.of(
                Aggregates.match(eq("organizationId", organization.value())),
                Aggregates.group(
                        "$lane",
                        Accumulators.max("last", "$offset"),
                        Accumulators.min("first", new Document("$cond", List.of(late, "$offset", "$$REMOVE"))))))) {
            Long first = lane.getLong("first");
            cursor = cursor.atLeast(lane.getInteger("_id"), first != null ? first : lane.getLong("last") + 1);
        }
        return cursor;
    }

    private void find(
            OrganizationId organization,
            Cursor from,
            Set<String> types,
            IntStream lanes,
            int limit,
            List<Document> found) {
        List<Bson> places =
                lanes.mapToObj(lane -> place(organization, from, types, lane)).toList();
        if (limit > 0 && !places.isEmpty()) {
            feed.find(or(places)).sort(BY_POSITION).limit(limit).into(found);
        }
    }

    private static Bson place(OrganizationId organization, Cursor from, Set<String> types, int lane) {
        Bson place = and(eq("organizationId", organization.value()), eq("lane", lane), gte("offset", from.next(lane)));
        return types.isEmpty() ? place : and(place, in("type", types));
    }

    private Cursor ends(OrganizationId organization, Cursor from) {
        Cursor cursor = from;
        for (Document lane : feed.aggregate(List.of(
                Aggregates.match(eq("organizationId", organization.value())),
                Aggregates.group("$lane", Accumulators.max("last", "$offset"))))) {
            cursor = cursor.atLeast(lane.getInteger("_id"), lane.getLong("last") + 1);
        }
        return cursor;
    }

    private static Cursor furthest(Cursor one, Cursor other) {
        Cursor furthest = one;
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            furthest = furthest.atLeast(lane, other.next(lane));
        }
        return furthest;
    }
}
