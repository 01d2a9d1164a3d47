package dev.parley.analytics.topology;

import dev.parley.analytics.topology.Outcome.Delta;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.MalformedEventException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Folds each event into its fact once and in order, and says by how much that changes which cells. */
final class FactProcessor implements Processor<String, byte[], String, Outcome> {

    static final String STORE = "facts";

    /** The rest of the topics has no figure; candidates and positions matter only as pinned in a session. */
    private static final Set<AggregateKind> COUNTED =
            Set.of(AggregateKind.SESSION, AggregateKind.EVALUATION, AggregateKind.APPLICATION);

    private final Tally tally;
    private @Nullable ProcessorContext<String, Outcome> context;
    private @Nullable KeyValueStore<String, Fact> facts;

    FactProcessor(MeterRegistry registry) {
        this.tally = new Tally(registry);
    }

    @Override
    public void init(ProcessorContext<String, Outcome> initialized) {
        context = initialized;
        facts = initialized.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> arrived) {
        try {
            Place place = Place.of(arrived);
            if (COUNTED.contains(place.subject().kind())) {
                accept(place, arrived);
            }
        } catch (MalformedEventException e) {
            unreadable(arrived, e);
        }
    }

    private void unreadable(Record<String, byte[]> arrived, MalformedEventException fault) {
        if (replay(arrived) == Replay.DISCARD) {
            letters().settleIfReplayed(arrived);
        } else {
            tally.unreadable(fault);
            letters().add(arrived, Objects.requireNonNull(fault.getMessage()));
        }
    }

    private void accept(Place place, Record<String, byte[]> arrived) {
        Fact before = Objects.requireNonNullElse(facts().get(arrived.key()), Fact.EMPTY);
        Replay replay = replay(arrived);
        switch (before.guard(place.subject().kind()).judge(place, replay != Replay.NONE)) {
            case SKIP -> {
                tally.skipped();
                letters().settleIfReplayed(arrived);
            }
            case CONFLICT -> conflict(place, arrived, replay);
            case PARK -> park(place, arrived, before, "events before it are missing or set aside");
            case APPLY -> {
                if (replay == Replay.DISCARD) {
                    tally.discarded(place);
                    store(arrived.key(), place, before);
                    letters().settleIfReplayed(arrived);
                } else {
                    apply(place, arrived, before);
                }
            }
        }
    }

    private void conflict(Place place, Record<String, byte[]> arrived, Replay replay) {
        switch (replay) {
            case NONE -> tally.conflict(place);
            case APPLY -> letters().add(arrived, "another event is counted in its place");
            case DISCARD -> letters().settleIfReplayed(arrived);
        }
    }

    private Replay replay(Record<String, byte[]> arrived) {
        return letters().isReplay() ? Replay.of(arrived.headers()) : Replay.NONE;
    }

    private void apply(Place place, Record<String, byte[]> arrived, Fact before) {
        Fact after;
        Map<String, Integer> deltas;
        try {
            after = before.evolve(EventCodec.read(arrived.key(), arrived.headers(), arrived.value()));
            deltas = Figures.deltas(before, after);
        } catch (RuntimeException e) {
            // all of this is pure: whatever it throws is the record's own fault
            park(
                    place,
                    arrived,
                    before,
                    e instanceof MalformedEventException ? e.getMessage() : "it cannot be counted");
            return;
        }
        store(arrived.key(), place, after);
        tally.applied();
        letters().settleIfReplayed(arrived);
        deltas.forEach((cell, delta) -> context()
                .forward(new Record<>(cell, new Delta(delta), arrived.timestamp(), Trace.of(arrived.headers()))));
    }

    private void store(String key, Place place, Fact fact) {
        AggregateKind kind = place.subject().kind();
        facts().put(key, fact.with(kind, fact.guard(kind).advance(place)));
    }

    private void park(Place place, Record<String, byte[]> arrived, Fact fact, @Nullable String cause) {
        AggregateKind kind = place.subject().kind();
        String reason = Objects.requireNonNullElse(cause, "the event is malformed");
        facts().put(arrived.key(), fact.with(kind, fact.guard(kind).park(place)));
        tally.parked(place, reason);
        letters().add(arrived, reason);
    }

    private DeadLetters letters() {
        return new DeadLetters(context());
    }

    private ProcessorContext<String, Outcome> context() {
        return Objects.requireNonNull(context);
    }

    private KeyValueStore<String, Fact> facts() {
        return Objects.requireNonNull(facts);
    }
}
