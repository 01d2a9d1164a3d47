package dev.parley.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.checker.Event.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestTests {
    private static final List<Place> POISON = List.of(new Place("session-events", 3, 17));
    private static final String QUIET = """
            # HELP parley_outbox_pending Documents
            parley_outbox_pending{application="x"} 0.0
            parley_outbox_oldest_age_seconds 0.0
            parley_deadletters_waiting %s
            """;

    @Test
    void nothingWaitsButWhatWasPoisoned() {
        assertThat(rest(0, QUIET.formatted("1.0")).judge(POISON)).isEmpty();
        assertThat(rest(0, QUIET.formatted("0.0")).judge(List.of())).isEmpty();
    }

    @Test
    void aGroupThatLagsIsFound() {
        assertThat(rest(4, QUIET.formatted("1.0")).judge(POISON))
                .extracting(Violation::toString)
                .containsExactly("I4 consumer group scoring: expected no lag; found 4 records");
    }

    @Test
    void anOutboxThatIsNotEmptyIsFound() {
        var waiting = QUIET.formatted("1.0").replace("} 0.0", "} 2.0");
        assertThat(rest(0, waiting).judge(POISON))
                .extracting(Violation::expected)
                .containsExactly("parley_outbox_pending = 0");
    }

    @Test
    void aDeadLetterTooManyOrTooFewIsFound() {
        assertThat(rest(0, QUIET.formatted("2.0")).judge(POISON)).hasSize(1);
        assertThat(rest(0, QUIET.formatted("0.0")).judge(POISON)).hasSize(1);
    }

    @Test
    void whatCannotBeSeenIsNotAtRest() {
        assertThat(rest(0, "").judge(List.of())).hasSize(3);
        assertThat(new Rest(Map.of(), Map.of()).judge(List.of())).hasSize(1);
    }

    private static Rest rest(int lag, String meters) {
        return new Rest(Map.of("scoring", lag), Map.of("scoring-1", new Meters(meters)));
    }
}
