package dev.parley.analytics.feed;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import dev.parley.contracts.Envelope;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes events that readers may be past already: dead letters that are replayed. Each has the next free number of its
 * organization, and the index that forbids to have one twice makes the write that keeps an event also the one that gives
 * it its number. So there is no number without the one before, and whoever has seen one has been able to see all below.
 */
@Component
final class LateWriter {

    private final FeedWriter feed;
    private final FeedReader reader;
    private final MongoCollection<Document> events;

    LateWriter(FeedWriter feed, FeedReader reader, MongoTemplate mongo) {
        this.feed = feed;
        this.reader = reader;
        this.events = mongo.getCollection(FeedWriter.COLLECTION);
    }

    /** Keeps the event, unless it is here; several may try at once. */
    void write(Envelope event, ConsumerRecord<String, byte[]> kafkaRecord) {
        boolean done = false;
        while (!done) {
            OptionalLong place = Kept.placeOf(event, kafkaRecord.offset(), feed::find);
            done = place.isEmpty() || isWritten(Arrival.of(event, kafkaRecord, place.getAsLong()));
        }
    }

    /** False when the number, or the event's key, was taken meanwhile. */
    private boolean isWritten(Arrival arrival) {
        Document document = arrival.document();
        if (!arrival.isDiscarded()) {
            document.append("late", reader.lastLate(arrival.organization()) + 1);
        }
        try {
            events.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }
}
