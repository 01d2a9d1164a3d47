package dev.parley.chaos;

import dev.parley.chaos.Fault.Away;
import dev.parley.chaos.Fault.FlushRedis;
import dev.parley.chaos.Fault.Freeze;
import dev.parley.chaos.Fault.Halt;
import dev.parley.chaos.Fault.Kill;
import dev.parley.chaos.Fault.Poison;
import dev.parley.chaos.Fault.Redeliver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What breaks when: follows from seed and minutes alone. Rounds of one fault of each kind, in an order of its own each;
 * runs of eight minutes and more also lose the broker for two minutes and MongoDB for one.
 */
final class Schedule {
    private static final List<String> SERVICES =
            List.of("gateway-1", "question-1", "session-1", "session-2", "scoring-1", "scoring-2", "analytics-1");
    private static final List<String> REPLICATED = List.of("session-1", "session-2", "scoring-1", "scoring-2");
    private static final List<String> CONSUMERS =
            List.of("session-1", "session-2", "scoring-1", "scoring-2", "analytics-1");
    private static final List<String> INFRASTRUCTURE = List.of("kafka", "mongod", "redis");
    private static final List<String> TOPICS = List.of("session-events", "scoring-events");

    private static final int LONG_RUN_MINUTES = 8;
    private static final int FIRST = 8;
    private static final int PAUSE = 13;
    private static final int QUIET_END = 12;
    private static final int BROKER_AWAY = 120;
    private static final int MONGODB_FROZEN = 60;

    private final Random random;
    private final int end;
    private final List<Planned> planned = new ArrayList<>();
    private List<Supplier<Fault>> round = new ArrayList<>();
    private int second = FIRST;

    private Schedule(long seed, int minutes) {
        random = new Random(seed);
        end = minutes * 60 - QUIET_END;
    }

    /** A fault and the second in which it begins. */
    record Planned(int second, Fault fault) {
        @Override
        public String toString() {
            return "%4d s  %s".formatted(second, fault);
        }
    }

    static List<Planned> of(long seed, int minutes) {
        var schedule = new Schedule(seed, minutes);
        if (minutes >= LONG_RUN_MINUTES) {
            int part = (schedule.end - BROKER_AWAY - MONGODB_FROZEN) / 3;
            schedule.rounds(part);
            schedule.add(new Away("kafka", BROKER_AWAY), BROKER_AWAY + PAUSE);
            schedule.rounds(schedule.second + part);
            schedule.add(new Freeze("mongod", MONGODB_FROZEN), MONGODB_FROZEN + PAUSE);
            schedule.add(new Kill("mongod"), PAUSE);
        }
        schedule.rounds(schedule.end);
        return List.copyOf(schedule.planned);
    }

    /** For a run whose fault is a mutation: what comes again and is lost, but nobody dies, so that red has one cause. */
    static List<Planned> withoutDeaths(long seed, int minutes) {
        var schedule = new Schedule(seed, minutes);
        while (schedule.second < schedule.end) {
            for (String topic : TOPICS) {
                schedule.add(new Redeliver(topic, schedule.between(20, 60)), PAUSE / 2);
            }
            schedule.add(new FlushRedis(), PAUSE / 2);
        }
        return List.copyOf(schedule.planned);
    }

    private void rounds(int until) {
        while (second < until) {
            if (round.isEmpty()) {
                round = oneOfEach();
            }
            add(round.removeFirst().get(), PAUSE + random.nextInt(4));
        }
    }

    private void add(Fault fault, int pause) {
        planned.add(new Planned(second, fault));
        second += pause;
    }

    private List<Supplier<Fault>> oneOfEach() {
        List<Supplier<Fault>> kinds = new ArrayList<>(List.of(
                () -> new Kill(any(SERVICES)),
                () -> new Halt(any(REPLICATED), any(List.of(Failpoint.values())), between(1, 4)),
                // longer than a consumer may be silent in these runs
                () -> new Freeze(any(CONSUMERS), between(17, 20)),
                () -> new Redeliver(any(TOPICS), between(20, 60)),
                () -> new Poison(any(TOPICS)),
                () -> new Kill(any(INFRASTRUCTURE)),
                () -> new Freeze(any(INFRASTRUCTURE), between(3, 9)),
                () -> new Freeze(any(SERVICES), between(3, 9)),
                FlushRedis::new));
        Collections.shuffle(kinds, random);
        return kinds;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
