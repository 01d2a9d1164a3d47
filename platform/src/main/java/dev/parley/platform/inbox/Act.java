package dev.parley.platform.inbox;

import dev.parley.platform.aggregate.CommandContext;
import java.time.Instant;

/** An operator's command: who, from where, when, and the request it can be traced by. */
public record Act(String by, String from, Instant at, String correlationId) {

    static Act of(CommandContext context) {
        return new Act(
                context.caller().actor(), context.caller().clientAddress(), context.now(), context.correlationId());
    }
}
