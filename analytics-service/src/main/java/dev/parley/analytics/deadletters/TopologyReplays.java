package dev.parley.analytics.deadletters;

import dev.parley.analytics.topology.Replay;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.inbox.Act;
import dev.parley.platform.inbox.DeadLetters;
import dev.parley.platform.inbox.Drained;
import dev.parley.platform.inbox.Drained.Stop;
import dev.parley.platform.inbox.Letter;
import dev.parley.platform.inbox.Replays;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends letters back through the topic that is partitioned as the events are, in order, and waits a while for what the
 * topology makes of them. One that fails again takes those behind it back with it.
 */
@Component
final class TopologyReplays implements Replays {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int MOST_AT_ONCE = 200;

    private final DeadLetters letters;
    private final Sent sent;
    private final KafkaTemplate<String, byte[]> kafka;

    TopologyReplays(DeadLetters letters, Sent sent, KafkaTemplate<String, byte[]> kafka) {
        this.letters = letters;
        this.sent = sent;
        this.kafka = kafka;
    }

    @Override
    public boolean leadsTo(String consumer) {
        return consumer.equals(DeadLetterListener.CONSUMER);
    }

    @Override
    public Drained replay(Letter first, Act act) {
        return drain(first, act, 0, System.nanoTime() + PATIENCE.toNanos());
    }

    @Override
    public Drained discard(Letter first, Act act, String reason) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        send(List.of(first), Replay.DISCARD, act, reason);
        if (!awaitReturn(List.of(first), end)) {
            return new Drained(0, letters.waiting(first), null);
        }
        if (letters.find(first.id()).isPresent()) {
            throw new DomainException.Conflict("The letter cannot be passed: events before it are missing.");
        }
        return drain(first, act, 1, end);
    }

    private Drained drain(Letter of, Act act, int before, long end) {
        int settled = before;
        List<Letter> batch = letters.queue(of, MOST_AT_ONCE);
        while (!batch.isEmpty()) {
            send(batch, Replay.APPLY, act, null);
            boolean returned = awaitReturn(batch, end);
            List<Letter> left = batch.stream()
                    .flatMap(one -> letters.find(one.id()).stream())
                    .toList();
            settled += batch.size() - left.size();
            if (!returned || !left.isEmpty()) {
                @Nullable Stop stop = returned ? Stop.at(left.getFirst()) : null;
                return new Drained(settled, letters.waiting(of), stop);
            }
            batch = letters.queue(of, MOST_AT_ONCE);
        }
        return new Drained(settled, 0, null);
    }

    private void send(List<Letter> batch, Replay how, Act act, @Nullable String reason) {
        batch.forEach(letter -> sent.add(letter, act, reason));
        try {
            CompletableFuture.allOf(batch.stream()
                            .map(letter -> kafka.send(Origin.replay(letter.content(), how)))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException | org.springframework.kafka.KafkaException e) {
            throw new DomainException.Unavailable("Kafka did not take all letters; replay the subject again.");
        }
    }

    private boolean awaitReturn(List<Letter> batch, long end) {
        while (sent.containsAny(batch)) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return true;
    }
}
