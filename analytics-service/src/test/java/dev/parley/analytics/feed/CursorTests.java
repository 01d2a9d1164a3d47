package dev.parley.analytics.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.Topic;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CursorTests {

    private static final OrganizationId OURS = new OrganizationId("00000000-0000-4000-8000-000000000001");
    private static final OrganizationId THEIRS = new OrganizationId("00000000-0000-4000-8000-000000000002");

    private final Cursor cursor =
            Cursor.START.after(3, 0).after(47, 5_000_000_000L).after(12, 127);

    @Test
    void comesBackAsItWas() {
        Cursor read = Cursor.read(cursor.write(OURS), OURS);
        assertThat(read.turn()).isEqualTo(13);
        assertThat(read.next()).isEqualTo(cursor.next());
        assertThat(read.next(47)).isEqualTo(5_000_000_001L);
        assertThat(Cursor.read(Cursor.START.write(OURS), OURS).next()).containsOnly(0);
    }

    @Test
    void isShort() {
        Cursor all = Cursor.START;
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            all = all.after(lane, 1_000_000);
        }
        assertThat(all.write(OURS)).hasSizeLessThan(300);
    }

    @Test
    void anyOtherCharacterIsNoticed() {
        String text = cursor.write(OURS);
        for (int place = 0; place < text.length(); place++) {
            char other = text.charAt(place) == 'A' ? 'B' : 'A';
            refused(text.substring(0, place) + other + text.substring(place + 1));
            refused(text.substring(0, place));
        }
        refused(text + "A");
        refused("no cursor!");
    }

    @Test
    void isNobodyElses() {
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> Cursor.read(cursor.write(THEIRS), OURS));
    }

    /** Cursors out there hold these numbers. */
    @Test
    void lanesKeepTheirNumbers() {
        assertThat(Arrays.stream(Topic.values()).map(topic -> Lane.of(topic.topicName(), 0)))
                .containsExactly(0, 12, 24, 36);
        assertThat(Lane.of("question-events", 0)).isZero();
        assertThat(Lane.of("session-events", 11)).isEqualTo(23);
        assertThat(Lane.of("scoring-events", 0)).isEqualTo(24);
        assertThat(Lane.of("identity-events", 11)).isEqualTo(47);
    }

    private static void refused(String text) {
        assertThatExceptionOfType(DomainException.Invalid.class)
                .as(text)
                .isThrownBy(() -> Cursor.read(text, OURS))
                .satisfies(fault -> assertThat(fault.errors())
                        .singleElement()
                        .extracting("pointer")
                        .isEqualTo("/cursor"));
    }
}
