package dev.parley.platform.inbox;

import dev.parley.contracts.MalformedEventException;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.inbox.Drained.Stop;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replays letters through the very effects of their consumers, in the thread of whoever asks. */
final class InboxReplays implements Replays {

    /** So that an answer is not long in coming. */
    private static final int MOST_AT_ONCE = 500;

    private final Map<String, RecordConsumer> consumers;
    private final DeadLetters letters;
    private final Settlements settlements;

    InboxReplays(Stream<RecordConsumer> consumers, DeadLetters letters, Settlements settlements) {
        this.consumers = consumers.collect(Collectors.toMap(RecordConsumer::name, Function.identity()));
        this.letters = letters;
        this.settlements = settlements;
    }

    /** To all others; letters of one that is gone can still be discarded. */
    @Override
    public boolean leadsTo(String consumer) {
        return true;
    }

    @Override
    public Drained replay(Letter first, Act act) {
        return drain(first, act, 0);
    }

    @Override
    public Drained discard(Letter first, Act act, String reason) {
        pass(first);
        settle(first, act, reason);
        return drain(first, act, 1);
    }

    private Drained drain(Letter of, Act act, int before) {
        RecordConsumer consumer = consumer(of);
        int settled = before;
        Optional<Letter> next = letters.first(of);
        while (next.isPresent() && settled < MOST_AT_ONCE) {
            Letter letter = next.get();
            @Nullable String cause = attempt(consumer, letter);
            if (cause == null) {
                settle(letter, act, null);
                settled++;
            } else if (letters.blame(letter, cause)) {
                return new Drained(settled, letters.waiting(of), new Stop(letter.id(), cause));
            }
            next = letters.first(of);
        }
        return new Drained(settled, letters.waiting(of), null);
    }

    /** Null when the effect is there. */
    private static @Nullable String attempt(RecordConsumer consumer, Letter letter) {
        try {
            Effects.run(consumer, letter.content());
            return null;
        } catch (RuntimeException e) {
            if (Effects.isOfTheInfrastructure(e)) {
                throw e;
            }
            return Effects.cause(e);
        }
    }

    private void pass(Letter letter) {
        @Nullable RecordConsumer consumer = consumers.get(letter.consumer());
        if (consumer == null) {
            return;
        }
        try {
            Effects.pass(consumer, letter.content());
        } catch (MalformedEventException | SequenceReusedException _) {
            // it has no place in any history, or the place is another event's: nothing is left to pass
        } catch (RuntimeException e) {
            if (Effects.isOfTheInfrastructure(e)) {
                throw e;
            }
            throw new DomainException.Conflict("The letter cannot be passed: " + Effects.cause(e) + ".");
        }
    }

    // only then removed: whoever dies in between finds it again, and the guard skips it
    private void settle(Letter letter, Act act, @Nullable String reason) {
        settlements.add(letter, act, reason);
        letters.remove(letter);
    }

    private RecordConsumer consumer(Letter letter) {
        return Optional.ofNullable(consumers.get(letter.consumer()))
                .orElseThrow(() -> new DomainException.Conflict("Nothing here is called " + letter.consumer()
                        + " any more: its letters can only be discarded."));
    }
}
