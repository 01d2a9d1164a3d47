package dev.parley.platform.inbox;

import dev.parley.platform.aggregate.CommandContext;
import java.time.Instant;
import org.bson.Document;

/** An operator's command: who, from where, when, and the request it can be traced by. */
public record Act(String by, String from, Instant at, String correlationId) {

    /** As it is stored. */
    public static Act read(Document act) {
        return new Act(
                act.getString("by"),
                act.getString("from"),
                act.getDate("at").toInstant(),
                act.getString("correlationId"));
    }

    public Document write() {
        return new Document("by", by).append("from", from).append("at", at).append("correlationId", correlationId);
    }

    static Act of(CommandContext context) {
        return new Act(
                context.caller().actor(), context.caller().clientAddress(), context.now(), context.correlationId());
    }
}
