package dev.parley.platform.aggregate;

import dev.parley.contracts.Envelope;
import dev.parley.platform.outbox.OutboxEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One aggregate on its way through several events, of which nothing is stored yet. */
final class Draft<S> {

    private final AggregateWriter<S> writer;
    private final String id;
    private final @Nullable Document former;
    private final List<OutboxEntry> entries = new ArrayList<>();
    private @Nullable S state;
    private Sources sources;
    private @Nullable Origin latest;
    private long version;

    Draft(AggregateWriter<S> writer, String id, @Nullable Document former) {
        this.writer = writer;
        this.id = id;
        this.former = former;
        this.version = formerVersion();
        this.state = writer.mapper().state(former);
        this.sources = former == null ? Sources.NONE : Sources.of(former);
    }

    /** False for an event that was applied before. After one that throws, the draft is good for nothing. */
    boolean take(AggregateConsumer<S> consumer, Envelope event) {
        if (!sources.isNext(event)) {
            return false;
        }
        Origin origin = Origin.reactingTo(event.metadata(), writer.now());
        Change<S> change = consumer.react(state, event);
        @Nullable S next = writer.mapper().next(state, change);
        // as one by one: what only moves the guard has no version of its own
        if (version == 0 || !change.events().isEmpty() || !Objects.equals(state, next)) {
            version++;
        }
        state = next;
        entries.addAll(writer.entries(id, sequence(), origin, change));
        sources = sources.after(event);
        latest = origin;
        return true;
    }

    private long formerVersion() {
        return former == null ? 0 : former.getLong("version");
    }

    private long sequence() {
        return (former == null ? 0 : former.getLong("sequence")) + entries.size();
    }

    boolean isUntouched() {
        return latest == null;
    }

    /** Everything it went through, as one write. */
    PendingWrite toWrite() {
        return new PendingWrite(
                        id,
                        Objects.requireNonNull(latest),
                        formerVersion(),
                        version,
                        sequence(),
                        writer.mapper().write(state),
                        entries,
                        null,
                        sources)
                .checked(former);
    }
}
