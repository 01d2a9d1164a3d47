package dev.parley.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chaos.Fault.Away;
import dev.parley.chaos.Fault.FlushRedis;
import dev.parley.chaos.Fault.Freeze;
import dev.parley.chaos.Fault.Kill;
import dev.parley.chaos.Fault.Redeliver;
import dev.parley.chaos.Schedule.Planned;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTests {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10})
    void theSameSeedGivesTheSameSchedule(int minutes) {
        assertThat(Schedule.of(7, minutes)).isEqualTo(Schedule.of(7, minutes));
        assertThat(Schedule.of(7, minutes)).isNotEqualTo(Schedule.of(8, minutes));
        assertThat(Schedule.withoutDeaths(7, minutes)).isEqualTo(Schedule.withoutDeaths(7, minutes));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 99_999})
    void tenMinutesHoldTwentyFaultsOfEveryKind(long seed) {
        List<Planned> schedule = Schedule.of(seed, 10);
        assertThat(schedule)
                .hasSizeGreaterThanOrEqualTo(24)
                .allSatisfy(planned -> assertThat(planned.second()).isBetween(1, 600));
        assertThat(schedule.stream().map(planned -> planned.fault().getClass()).distinct())
                .hasSize(Fault.class.getPermittedSubclasses().length);
        assertThat(schedule)
                .extracting(Planned::fault)
                .contains(new Away("kafka", 120))
                .containsSubsequence(new Freeze("mongod", 60), new Kill("mongod"));
    }

    @Test
    void theLongOutagesHaveTheirTimeForThemselves() {
        List<Planned> schedule = Schedule.of(1, 10);
        IntStream.range(0, schedule.size() - 1)
                .filter(i -> schedule.get(i).fault() instanceof Away
                        || schedule.get(i).fault().equals(new Freeze("mongod", 60)))
                .forEach(i -> assertThat(
                                schedule.get(i + 1).second() - schedule.get(i).second())
                        .isGreaterThan(schedule.get(i).fault() instanceof Away ? 120 : 60));
    }

    @Test
    void shortRunsDoWithoutTheLongOutages() {
        assertThat(Schedule.of(1, 2)).hasSizeBetween(5, 9).noneMatch(planned -> planned.fault() instanceof Away);
    }

    @Test
    void nobodyDiesBesideAMutation() {
        assertThat(Schedule.withoutDeaths(1, 2))
                .hasSizeGreaterThan(5)
                .allMatch(planned -> planned.fault() instanceof Redeliver || planned.fault() instanceof FlushRedis);
    }
}
