package dev.parley.platform.inbox;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Which letters are wanted; what is absent does not matter. */
record LetterFilter(
        @Nullable String consumer,
        @Nullable String subject,
        @Nullable String topic) {

    Bson toBson() {
        List<Bson> wanted = new ArrayList<>();
        add(wanted, "consumer", consumer);
        add(wanted, "subject", subject);
        add(wanted, "topic", topic);
        return wanted.isEmpty() ? Filters.empty() : Filters.and(wanted);
    }

    private static void add(List<Bson> wanted, String field, @Nullable String value) {
        if (value != null) {
            wanted.add(eq(field, value));
        }
    }
}
