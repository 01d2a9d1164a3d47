package dev.parley.analytics.feed;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import dev.parley.contracts.id.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Reads one organization's events from where a cursor is. */
@Component
final class FeedReader {

    private static final Bson BY_PLACE = Indexes.ascending("lane", "place");

    private final MongoCollection<Document> feed;

    FeedReader(MongoTemplate mongo) {
        this.feed = mongo.getCollection(FeedWriter.COLLECTION);
    }

    /** An event, and where its reader is when it was taken. */
    record Delivered(String json, Cursor cursor) {}

    /** What follows, and where that ends. */
    record Stretch(List<Delivered> events, Cursor end) {}

    /**
     * At most so many events of these types, or of all when there are none. What came late, behind the cursor, goes before
     * all else: what follows it in its subject cannot have been delivered yet.
     */
    Stretch read(OrganizationId organization, Cursor from, Set<String> types, int limit) {
        Stretch late = late(organization, from, types, limit);
        while (late.events().isEmpty()) {
            Stretch next = next(organization, late.end(), types, limit);
            Stretch meanwhile = late(organization, late.end(), types, limit);
            if (meanwhile.end().late() == late.end().late()) {
                return next;
            }
            // what was just read may hold what follows it, or itself
            late = meanwhile;
        }
        return late;
    }

    /** The number of the one that came late last, 0 when none did. */
    long lastLate(OrganizationId organization) {
        Document last = feed.find(and(eq("organizationId", organization.value()), gt("late", 0L)))
                .sort(Indexes.descending("late"))
                .first();
        return last == null ? 0 : last.getLong("late");
    }

    /** So many of those that came late since the cursor was given; not those that are found at their places. */
    private Stretch late(OrganizationId organization, Cursor from, Set<String> types, int limit) {
        List<Delivered> events = new ArrayList<>();
        Cursor cursor = from;
        for (Document one : feed.find(and(eq("organizationId", organization.value()), gt("late", from.late())))
                .sort(Indexes.ascending("late"))
                .limit(limit)) {
            cursor = cursor.afterLate(one.getLong("late"));
            boolean wanted = types.isEmpty() || types.contains(one.getString("type"));
            if (wanted && cursor.isPast(one.getInteger("lane"), one.getLong("place"))) {
                events.add(new Delivered(one.getString("event"), cursor));
            }
        }
        return new Stretch(events, cursor);
    }

    private Stretch next(OrganizationId organization, Cursor from, Set<String> types, int limit) {
        List<Delivered> events = new ArrayList<>();
        Cursor cursor = from;
        for (IntStream lanes : List.of(IntStream.range(from.turn(), Lane.COUNT), IntStream.range(0, from.turn()))) {
            List<Bson> places = lanes.boxed()
                    .flatMap(lane -> places(organization, from, types, lane))
                    .toList();
            if (events.size() < limit && !places.isEmpty()) {
                for (Document one : find(places, types).limit(limit - events.size())) {
                    cursor = cursor.after(one.getInteger("lane"), one.getLong("place"));
                    events.add(new Delivered(one.getString("event"), cursor));
                }
            }
        }
        return new Stretch(events, cursor);
    }

    /** One walk along an index for each of the places, merged: it ends with the last event that is given. */
    private FindIterable<Document> find(List<Bson> places, Set<String> types) {
        return feed.find(or(places))
                .sort(BY_PLACE)
                .hintString(types.isEmpty() ? FeedWriter.PLACES : FeedWriter.PLACES_OF_A_TYPE);
    }

    /** Where to begin in this lane; a type is only in lanes of its topic. */
    private static Stream<Bson> places(OrganizationId organization, Cursor from, Set<String> types, int lane) {
        Bson place = and(eq("organizationId", organization.value()), eq("lane", lane), gte("place", from.next(lane)));
        return types.isEmpty()
                ? Stream.of(place)
                : types.stream().filter(type -> Lane.carries(lane, type)).map(type -> and(eq("type", type), place));
    }
}
