package dev.parley.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.parley.gateway.GatewayIT;
import dev.parley.platform.error.DomainException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** ASVS 5.0 6.3.1: the more guesses, the longer until the next. */
class GuessesIT extends GatewayIT {

    @Autowired
    private Guesses guesses;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Clock clock;

    private final String key = "test/" + UUID.randomUUID();

    @Test
    void eachWaitsTwiceAsLongUntilAQuarterOfAnHour() {
        mongo.remove(new Query(), "guesses");
        for (int i = 0; i < Guesses.FREE; i++) {
            guesses.count(key);
        }
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            guesses.count(key);
            waits.add(seconds());
            if (i > 2) { // a second may pass of itself
                assertThatExceptionOfType(DomainException.TooMany.class).isThrownBy(() -> guesses.count(key));
            }
            waitingIsOver();
        }

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L);
    }

    @Test
    void guessesAtTheSameMomentAreAllCounted() throws Exception {
        mongo.remove(new Query(), "guesses");
        Callable<Boolean> guess = () -> {
            try {
                guesses.count(key);
                return true;
            } catch (DomainException.TooMany e) {
                return false;
            }
        };
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = Stream.generate(() -> guess).limit(Guesses.FREE).toList();
            assertThat(executor.invokeAll(first)).allMatch(one -> one.resultNow());
            var more = Stream.generate(() -> guess).limit(30).toList();
            assertThat(executor.invokeAll(more).stream().filter(one -> one.resultNow()))
                    .hasSize(1);
        }
    }

    @Test
    void whoeverKnewWasNotGuessing() {
        for (int i = 0; i <= Guesses.FREE; i++) {
            guesses.count(key);
        }
        guesses.forget(key);

        assertThatNoException().isThrownBy(() -> guesses.count(key));
        assertThat(mongo.findAll(Document.class, "guesses"))
                .noneSatisfy(one -> assertThat(one.toJson()).contains(key));
    }

    /** To the nearest, since counting took a moment. */
    private long seconds() {
        Document only = mongo.findAll(Document.class, "guesses").getFirst();
        Duration left =
                Duration.between(clock.instant(), only.getDate("notBefore").toInstant());
        return Math.round(left.toMillis() / 1000.0 + 0.3);
    }

    private void waitingIsOver() {
        mongo.updateMulti(new Query(), Update.update("notBefore", Date.from(clock.instant())), "guesses");
    }
}
