package dev.parley.chaos;

import dev.parley.chaos.Schedule.Planned;
import dev.parley.launcher.client.ParleyClient;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** One run: start, load, faults, healing, judgement. */
final class Chaos {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    // what an outbox has lost never comes
    private static final Duration PATIENCE_WITH_MUTATION = Duration.ofSeconds(20);
    private static final int TROUPES_EACH = 2;
    private static final int AT_ONCE = 4;

    private final Options options;
    private final Place place;
    private final PrintStream out;

    Chaos(Options options, Place place, PrintStream out) {
        this.options = options;
        this.place = place;
        this.out = out;
    }

    /** Gives the exit code: 0 when every invariant holds. */
    int run() throws IOException, InterruptedException {
        List<Planned> schedule = schedule();
        out.printf("Seed %d, %d minutes; all of it is in %s.%n", options.seed(), options.minutes(), place.run());
        schedule.forEach(out::println);
        int exit;
        try (var arena = new Arena(place, out);
                var commands = new JsonLines(place.commands());
                var poison = new JsonLines(place.poison())) {
            arena.start();
            out.println("The platform is ready.");
            var log = new CommandLog(commands);
            try (var recorder = new Recorder(arena.gateway(), log)) {
                List<Ground> grounds =
                        Ground.founded(ParleyClient.anonymous(recorder.address()), arena.setupToken(), TROUPES_EACH);
                arena.describe(grounds);
                play(arena, grounds, log, poison, schedule);
            }
            exit = place.check(out);
        }
        if (exit == 0) {
            place.tidy();
        }
        return exit;
    }

    private List<Planned> schedule() {
        return options.switchedOff().isPresent()
                ? Schedule.withoutDeaths(options.seed(), options.minutes())
                : Schedule.of(options.seed(), options.minutes());
    }

    private void play(Arena arena, List<Ground> grounds, CommandLog log, JsonLines poison, List<Planned> schedule)
            throws IOException {
        Processes processes = arena.processes();
        var records = new Records(arena.kafka(), grounds.getFirst().organization(), poison, options.seed());
        var players = new Players(grounds, options.mutation() == null ? PATIENCE : PATIENCE_WITH_MUTATION);
        switchOff(arena, processes);
        players.start(AT_ONCE);
        int faults = new Timeline(new Injector(processes, records), log, players, out).run(schedule, options.minutes());
        boolean healed = processes.awaitAllReady();
        out.println(healed ? "Everything runs again." : "NOT everything runs again.");
        players.stop();
        out.printf(
                "%d faults took place; %d interviews played, %d abandoned; %d requests unanswered.%n",
                faults, players.played(), players.abandoned().size(), log.unanswered());
        players.abandoned().stream()
                .map(why -> why.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…")
                        .lines()
                        .findFirst()
                        .orElse(""))
                .map(why -> why.substring(0, Math.min(160, why.length())))
                .collect(Collectors.groupingBy(why -> why, Collectors.counting()))
                .forEach((why, times) -> out.printf("  abandoned %d: %s%n", times, why));
    }

    private void switchOff(Arena arena, Processes processes) throws IOException {
        if (options.mutation() == null) {
            return;
        }
        Mutation mutation = options.mutation();
        out.printf("MUTATION %s: the run must end red with %s.%n", mutation.option(), mutation.invariant());
        for (String name : arena.mutable()) {
            processes.weave(processes.running(name).orElseThrow(), mutation.rule());
        }
    }
}
