package dev.parley.bench.events;

import dev.parley.bench.events.Options.Part;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** {@code ./parley bench events}: exit code 0 when it could measure, whether or not the bars are met. */
public final class EventsBench {

    private static final int[] CALLERS = {1, 8, 32};

    private final Options options;
    private final Scale scale;
    private final PrintStream out;

    EventsBench(Options options, Scale scale, PrintStream out) {
        this.options = options;
        this.scale = scale;
        this.out = out;
    }

    /** Runs what the arguments ask for and gives the exit code: 2 for wrong usage, 1 when it could not measure. */
    public static int run(List<String> arguments, PrintStream out) {
        try {
            var options = Options.parse(arguments);
            if (options.help()) {
                out.println(Options.HELP);
            } else {
                new EventsBench(options, Scale.FULL, out).run();
            }
            return 0;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(Options.HELP);
            return 2;
        } catch (Exception e) {
            out.println("The measurement broke off: " + e.getMessage());
            return 1;
        }
    }

    List<Figure> run() throws Exception {
        say("Starting Kafka, MongoDB and Redis, on free ports and with data of their own.");
        try (var engines = Engines.start(this::say)) {
            var end = new Thread(engines::close, "end");
            Runtime.getRuntime().addShutdownHook(end);
            try {
                List<Figure> figures = measure(engines);
                print(figures);
                return figures;
            } finally {
                removeHook(end);
            }
        }
    }

    private static void removeHook(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException _) {
            // it is running
        }
    }

    private List<Figure> measure(Engines engines) throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (var trial = Trial.start(engines);
                var bare = new Bare(engines)) {
            out.println(Machine.line(trial.mongoVersion()));
            for (Part part : options.parts()) {
                say("Measuring: %s.".formatted(part.word()));
                figures.addAll(measure(part, engines, trial, bare));
                trial.checkEffects();
            }
        }
        return figures;
    }

    private List<Figure> measure(Part part, Engines engines, Trial trial, Bare bare) throws Exception {
        int rounds = options.rounds();
        return switch (part) {
            case PUBLISHING -> new Publishing(trial, bare, scale.saves()).measure(rounds);
            case LATENCY -> new Latency(trial, bare, scale.samples()).measure(engines.kafkaBootstrap(), rounds);
            case CONSUMER -> List.of(new Following(trial, bare, scale.subjects()).measure(rounds));
            case COMMANDS -> commands(trial, bare);
            case OUTAGE -> new Outage(engines, trial, this::say).measure(options.outage(), options.outageRate());
        };
    }

    private List<Figure> commands(Trial trial, Bare bare) throws Exception {
        var commands = new Commands(trial, bare, scale.commands());
        List<Figure> figures = new ArrayList<>();
        for (int callers : CALLERS) {
            figures.add(commands.measure(callers, options.rounds()));
        }
        return figures;
    }

    private void print(List<Figure> figures) {
        out.println();
        out.println(Figure.header());
        figures.forEach(figure -> out.println(figure.line()));
        out.printf(
                "%nEach comparison: the median of %d rounds of both sides in turn, after one of each to warm up.%n",
                options.rounds());
    }

    private void say(String sentence) {
        out.println("  " + sentence);
    }
}
