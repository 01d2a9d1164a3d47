package dev.parley.analytics.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.Topic;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.error.DomainException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CursorsTests {

    private static final OrganizationId OURS = new OrganizationId("00000000-0000-4000-8000-000000000001");
    private static final OrganizationId THEIRS = new OrganizationId("00000000-0000-4000-8000-000000000002");
    private static final int SEAL = 16;

    private final DerivedIds secret = new DerivedIds("a secret");
    private final Cursors cursors = new Cursors(secret);
    private final Cursor cursor = Cursor.START
            .after(3, 0)
            .after(47, Long.MAX_VALUE - 1)
            .afterLate(300)
            .after(12, 127);

    @Test
    void comesBackAsItWas() {
        Cursor read = read(cursors.write(cursor, OURS));
        assertThat(read.turn()).isEqualTo(13);
        assertThat(read.late()).isEqualTo(300);
        assertThat(read.next()).isEqualTo(cursor.next());
        assertThat(read.next(47)).isEqualTo(Long.MAX_VALUE);
        assertThat(read(cursors.write(Cursor.START, OURS)).next()).containsOnly(0);
    }

    @Test
    void isShortEnoughForAnyAddress() {
        Cursor all = Cursor.START;
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            all = all.after(lane, Kept.firstPlace(1_000_000));
        }
        assertThat(cursors.write(all, OURS)).hasSizeLessThan(500);
    }

    @Test
    void anyOtherCharacterIsNoticed() {
        String text = cursors.write(cursor, OURS);
        for (int at = 0; at < text.length(); at++) {
            char other = text.charAt(at) == 'A' ? 'B' : 'A';
            refused(text.substring(0, at) + other + text.substring(at + 1));
            refused(text.substring(0, at));
        }
        refused(text + "A");
        refused("no cursor!");
    }

    @Test
    void whatSomebodyMadeUpIsRefused() {
        String further = cursors.write(cursor.after(3, 10), OURS);
        String seal = cursors.write(cursor, OURS)
                .substring(content(cursors.write(cursor, OURS)).length());
        refused(content(further) + seal);
        refused(new Cursors(new DerivedIds("another secret")).write(cursor, OURS));
    }

    @Test
    void oneOfAnotherVersionIsRefused() {
        byte[] bytes = Base64.getUrlDecoder().decode(content(cursors.write(cursor, OURS)));
        bytes[0]++;
        refused(sealed(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
        refused(sealed(Base64.getUrlEncoder().encodeToString("not ours".getBytes(UTF_8))));
        refused(sealed(""));
    }

    @Test
    void isNobodyElses() {
        refused(cursors.write(cursor, THEIRS));
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

    private Cursor read(String text) {
        return cursors.read(text, "/cursor", OURS);
    }

    private static String content(String text) {
        return text.substring(0, text.length() - SEAL);
    }

    private String sealed(String content) {
        return content
                + secret.of("cursor of " + OURS.value() + " " + content)
                        .replace("-", "")
                        .substring(0, SEAL);
    }

    private void refused(String text) {
        assertThatExceptionOfType(DomainException.Invalid.class)
                .as(text)
                .isThrownBy(() -> read(text))
                .satisfies(fault -> assertThat(fault.errors())
                        .singleElement()
                        .extracting("pointer")
                        .isEqualTo("/cursor"));
    }
}
