package dev.parley.analytics.deadletters;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import dev.parley.platform.inbox.Act;
import dev.parley.platform.inbox.DeadLetters;
import dev.parley.platform.inbox.Letter;
import dev.parley.platform.inbox.Settlements;
import dev.parley.platform.security.CrossTenant;
import java.util.Collection;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Letters that are on their way back to the topology, and who sent them. */
@Component
@CrossTenant("as dead letters are")
final class Sent {

    private final MongoCollection<Document> sent;
    private final DeadLetters letters;
    private final Settlements settlements;

    Sent(MongoTemplate mongo, DeadLetters letters, Settlements settlements) {
        this.sent = mongo.getCollection("sentLetters");
        this.letters = letters;
        this.settlements = settlements;
    }

    void add(Letter letter, Act act, @Nullable String reason) {
        var document =
                new Document("_id", letter.id()).append("act", act.write()).append("reason", reason);
        sent.replaceOne(eq("_id", letter.id()), document, new ReplaceOptions().upsert(true));
    }

    boolean containsAny(Collection<Letter> of) {
        return sent.find(in("_id", of.stream().map(Letter::id).toList())).first() != null;
    }

    /** It came back: the topology could not take it. */
    void forget(Letter letter) {
        sent.deleteOne(eq("_id", letter.id()));
    }

    /** The topology has taken it; what is kept of it knows the repair that the topology does not. */
    void settle(Letter letter) {
        Document by = sent.find(eq("_id", letter.id())).first();
        letters.find(letter.id()).ifPresent(kept -> {
            if (by != null) {
                settlements.add(kept, Act.read(by.get("act", new Document())), by.getString("reason"));
            }
            letters.remove(kept);
        });
        forget(letter);
    }
}
