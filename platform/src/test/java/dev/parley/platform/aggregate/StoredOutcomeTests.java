package dev.parley.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.error.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StoredOutcomeTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void repeatGetsTheReceiptOfTheFirst() {
        Document document = document(outcome("mine", NOW.minusSeconds(60)));

        assertThat(StoredOutcome.find(document, new IdempotencyKey("mine", "payload"), NOW))
                .contains(new Receipt("some-id", 7, 201));
        assertThat(StoredOutcome.find(document, new IdempotencyKey("another", "payload"), NOW))
                .isEmpty();
    }

    @Test
    void sameKeyWithAnotherPayloadIsRefused() {
        Document document = document(outcome("mine", NOW));

        assertThatThrownBy(() -> StoredOutcome.find(document, new IdempotencyKey("mine", "other"), NOW))
                .isInstanceOf(DomainException.KeyReused.class);
    }

    @Test
    void keyIsForgottenAfterADayWhetherOrNotItStillLiesThere() {
        var key = new IdempotencyKey("mine", "payload");

        assertThat(StoredOutcome.find(document(outcome("mine", NOW.minus(DAY).plusMillis(1))), key, NOW))
                .isPresent();
        assertThat(StoredOutcome.find(document(outcome("mine", NOW.minus(DAY))), key, NOW))
                .isEmpty();
    }

    @Test
    void oldOutcomesGoWhenANewOneComes() {
        List<StoredOutcome> former = List.of(
                outcome("old", NOW.minus(DAY)), outcome("young", NOW.minus(DAY).plusMillis(1)));

        assertThat(StoredOutcome.keeping(former, outcome("new", NOW)))
                .extracting(kept -> kept.getString("scope"))
                .containsExactly("young", "new");
    }

    @Test
    void fiveHundredCommandsADayAreEnough() {
        List<StoredOutcome> former = IntStream.range(0, 499)
                .mapToObj(i -> outcome("key-" + i, NOW.minusSeconds(i)))
                .toList();
        assertThat(StoredOutcome.keeping(former, outcome("500th", NOW))).hasSize(500);

        List<StoredOutcome> full = IntStream.range(0, 500)
                .mapToObj(i -> outcome("key-" + i, NOW.minusSeconds(i)))
                .toList();
        assertThatThrownBy(() -> StoredOutcome.keeping(full, outcome("501st", NOW)))
                .isInstanceOf(DomainException.TooMany.class)
                .extracting(fault -> ((DomainException) fault).answer().status())
                .isEqualTo(429);
    }

    private static StoredOutcome outcome(String scope, Instant at) {
        return new StoredOutcome(scope, "payload", 201, 7, at);
    }

    /** As MongoDB's driver reads it. */
    private static Document document(StoredOutcome outcome) {
        Document stored = StoredOutcome.keeping(List.of(), outcome).getFirst();
        stored.put("at", Date.from(outcome.at()));
        return new Document("_id", "some-id").append("idempotency", List.of(stored));
    }
}
