package dev.parley.analytics.deadletters;

import static com.mongodb.client.model.Filters.eq;
import static dev.parley.contracts.EventCodec.text;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import dev.parley.analytics.topology.DeadLetters;
import dev.parley.platform.security.CrossTenant;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Dead letters in the form all services keep them, each once, by the place it was first read from. */
@Component
@CrossTenant("a record that cannot be read has no organization to confine it to")
final class DeadLetterStore {

    private static final String CONSUMER = "analytics";

    private final MongoCollection<Document> letters;
    private final Clock clock;

    DeadLetterStore(MongoTemplate mongo, Clock clock) {
        this.letters = mongo.getCollection("deadLetters");
        this.clock = clock;
    }

    void keep(Origin origin, ConsumerRecord<String, byte[]> letter) {
        String id = origin.id(CONSUMER);
        var document = new Document("_id", id)
                .append("consumer", CONSUMER)
                .append("topic", origin.topic())
                .append("partition", origin.partition())
                .append("offset", origin.offset())
                .append("subject", text(letter.headers(), "ce_subject"))
                .append("key", letter.key())
                .append("headers", kept(letter.headers()))
                .append("value", letter.value() == null ? null : new Binary(letter.value()))
                .append("cause", text(letter.headers(), DeadLetters.CAUSE))
                .append("at", clock.instant());
        letters.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    private static List<Document> kept(Headers headers) {
        return Arrays.stream(headers.toArray())
                .filter(header -> !header.key().startsWith("parley_"))
                .map(header -> new Document("name", header.key())
                        .append("value", header.value() == null ? null : new Binary(header.value())))
                .toList();
    }
}
