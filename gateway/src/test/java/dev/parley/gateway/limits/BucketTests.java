package dev.parley.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketTests {

    private static final Limit THREE_A_MINUTE = new Limit(3, Duration.ofMinutes(1));

    private final MovableClock clock = new MovableClock();
    private final LocalBuckets buckets = new LocalBuckets(clock);

    @Test
    void givesItsQuotaAtOnceAndThenNothing() {
        assertThat(IntStream.range(0, 5).mapToObj(_ -> take().allowed()))
                .containsExactly(true, true, true, false, false);
    }

    @Test
    void saysWhatIsLeft() {
        assertThat(take()).returns(2L, Bucket::remaining).returns(20L, Bucket::resetSeconds);
        take();
        assertThat(take()).returns(0L, Bucket::remaining).returns(60L, Bucket::resetSeconds);
        assertThat(take().untilNext()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void fillsUpEvenly() {
        IntStream.range(0, 3).forEach(_ -> take());

        clock.advance(Duration.ofMillis(19_999));
        assertThat(take().allowed()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(take().allowed()).isTrue();
        assertThat(take().allowed()).isFalse();
    }

    @Test
    void isNeverFullerThanItsQuota() {
        take();
        clock.advance(Duration.ofDays(1));

        assertThat(take().remaining()).isEqualTo(2);
    }

    @Test
    void refusedRequestsCostNothing() {
        IntStream.range(0, 100).forEach(_ -> take());

        assertThat(take().untilNext()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void othersHaveBucketsOfTheirOwn() {
        IntStream.range(0, 4).forEach(_ -> take());

        assertThat(buckets.take("somebody else", THREE_A_MINUTE).allowed()).isTrue();
    }

    private Bucket take() {
        return buckets.take("caller", THREE_A_MINUTE);
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T09:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
