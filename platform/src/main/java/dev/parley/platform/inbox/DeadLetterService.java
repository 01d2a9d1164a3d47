package dev.parley.platform.inbox;

import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.inbox.Letter.Repair;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What an operator can do with letters. A letter that is done stays done: asking again changes nothing. */
final class DeadLetterService {

    private static final Drained DONE_BEFORE = new Drained(0, 0, null);

    private final DeadLetters letters;
    private final Settlements settlements;
    private final List<Replays> ways;

    /** @param ways the first that leads to a consumer is taken */
    DeadLetterService(DeadLetters letters, Settlements settlements, List<Replays> ways) {
        this.letters = letters;
        this.settlements = settlements;
        this.ways = ways;
    }

    /** Replays the letter's subject from its first letter on. */
    Drained replay(CommandContext context, String id) {
        Optional<Letter> letter = find(id);
        return letter.isEmpty()
                ? DONE_BEFORE
                : letters.first(letter.get())
                        .map(first -> wayOf(first).replay(first, Act.of(context)))
                        .orElse(DONE_BEFORE);
    }

    /** The same, after giving the letter other content; it must be the first of its subject. */
    Drained repair(CommandContext context, String id, @Nullable String type, byte @Nullable [] data) {
        Optional<Letter> found = find(id).map(this::first);
        if (found.isEmpty()) {
            return DONE_BEFORE;
        }
        Letter former = found.get();
        ConsumerRecord<String, byte[]> original =
                former.repair() == null ? former.content() : former.repair().original();
        Letter repaired = new Letter(
                id,
                former.consumer(),
                LetterDocuments.with(former.content(), type, data),
                former.cause(),
                former.at(),
                new Repair(Act.of(context), original));
        letters.repair(repaired);
        return wayOf(repaired).replay(repaired, Act.of(context));
    }

    /** Goes past the letter, which must be the first of its subject, and replays what waits behind it. */
    Drained discard(CommandContext context, String id, String reason) {
        return find(id).map(this::first)
                .map(first -> wayOf(first).discard(first, Act.of(context), reason))
                .orElse(DONE_BEFORE);
    }

    private Replays wayOf(Letter letter) {
        return ways.stream()
                .filter(way -> way.leadsTo(letter.consumer()))
                .findFirst()
                .orElseThrow();
    }

    /** Empty when it is done. */
    private Optional<Letter> find(String id) {
        Optional<Letter> letter = letters.find(id);
        if (letter.isEmpty() && !settlements.contains(id)) {
            throw new DomainException.NotFound("dead letter", id);
        }
        return letter;
    }

    private Letter first(Letter letter) {
        letters.first(letter).filter(first -> !first.id().equals(letter.id())).ifPresent(first -> {
            throw new DomainException.Conflict("It waits behind " + first.id() + ", which has to go first.");
        });
        return letter;
    }
}
