package dev.parley.platform.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.parley.platform.inbox.Letter.Repair;
import dev.parley.platform.security.CrossTenant;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Records a consumer could not take, and the later records of the same subject that must wait behind them. */
@CrossTenant("a record that cannot be read has no organization to confine it to")
public final class DeadLetters {

    private final MongoCollection<Document> collection;

    public DeadLetters(MongoTemplate mongo) {
        this.collection = mongo.getCollection("deadLetters");
        collection.createIndex(
                Indexes.ascending("consumer", "subject", "topic", "partition", "offset"),
                new IndexOptions().name("order-of-a-subject"));
        collection.createIndex(Indexes.descending("at", "_id"), new IndexOptions().name("newest-first"));
    }

    /** Keeps the record whole; keeping it twice is keeping it once, with the cause of the first time. */
    public void keep(Letter letter) {
        collection.updateOne(
                eq("_id", letter.id()),
                new Document("$setOnInsert", LetterDocuments.write(letter)),
                new UpdateOptions().upsert(true));
    }

    /**
     * Whether the letter, which is kept already, has others of its subject to wait with. True means that whoever drains
     * the subject has yet to remove one of them, and looks for the next one after that: it will find this one. The mark
     * it leaves makes the answer a write, so that no reading of old data can give it.
     */
    boolean isInCompany(Letter letter) {
        Bson another = and(eq("consumer", letter.consumer()), eq("subject", letter.subject()), ne("_id", letter.id()));
        return letter.subject() != null
                && collection
                                .updateOne(another, Updates.set("followedBy", letter.id()))
                                .getMatchedCount()
                        > 0;
    }

    public Optional<Letter> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(LetterDocuments::read);
    }

    /** The one that must go first, of those that wait with this one; it need not be there itself any more. */
    public Optional<Letter> first(Letter letter) {
        return queue(letter, 1).stream().findFirst();
    }

    /** Those that wait with this one, in order. */
    public List<Letter> queue(Letter letter, int most) {
        return collection
                .find(together(letter))
                .sort(Sorts.ascending("topic", "partition", "offset"))
                .limit(most)
                .map(LetterDocuments::read)
                .into(new ArrayList<>());
    }

    /** How many wait with this one, itself included. */
    public long waiting(Letter letter) {
        return collection.countDocuments(together(letter));
    }

    /** Newest first; what is null is not asked for. */
    Page<Letter> list(LetterFilter filter, PageRequest request) {
        List<Letter> found = collection
                .find(and(filter.toBson(), request.after("at")))
                .sort(Sorts.descending("at", "_id"))
                .limit(request.limit() + 1)
                .map(LetterDocuments::read)
                .into(new ArrayList<>());
        return Page.of(found, request.limit(), last -> PageRequest.cursor(last.at(), last.id()));
    }

    /** Notes why it failed this time; false when it is not there any more. */
    public boolean blame(Letter letter, String cause) {
        return collection
                        .updateOne(eq("_id", letter.id()), Updates.set("cause", cause))
                        .getMatchedCount()
                > 0;
    }

    /** Gives it other content; what it came with is kept, however often this is done. */
    void repair(Letter letter) {
        Repair repair = Objects.requireNonNull(letter.repair());
        Document change = LetterDocuments.content(letter.content()).append("repair", LetterDocuments.write(repair));
        collection.updateOne(eq("_id", letter.id()), new Document("$set", change));
    }

    /** Forgets the letter, and with it any repeat of the same event. */
    public void remove(Letter letter) {
        collection.deleteMany(Filters.or(
                eq("_id", letter.id()),
                and(
                        eq("consumer", letter.consumer()),
                        eq("subject", Objects.requireNonNullElse(letter.subject(), "")),
                        eq("eventId", Objects.requireNonNullElse(letter.eventId(), "")))));
    }

    /** How many records wait. */
    public long count() {
        return collection.countDocuments();
    }

    /** How many subjects are closed for a consumer. */
    long subjects() {
        var each = new Document("consumer", "$consumer").append("subject", "$subject");
        Document counted = collection
                .aggregate(List.of(
                        Aggregates.match(ne("subject", null)),
                        Aggregates.group(each, Accumulators.sum("letters", 1)),
                        Aggregates.count("subjects")))
                .first();
        return counted == null ? 0 : counted.getInteger("subjects");
    }

    private static Bson together(Letter letter) {
        @Nullable String subject = letter.subject();
        return subject == null
                ? eq("_id", letter.id())
                : and(eq("consumer", letter.consumer()), eq("subject", subject));
    }
}
