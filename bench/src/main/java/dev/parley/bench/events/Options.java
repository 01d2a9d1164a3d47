package dev.parley.bench.events;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was asked for.
 *
 * @param rounds of each comparison that count
 * @param outage how long the broker is away
 * @param outageRate commands a second meanwhile
 */
record Options(Set<Part> parts, int rounds, Duration outage, int outageRate, boolean help) {

    /** What can be measured alone. */
    enum Part {
        PUBLISHING,
        LATENCY,
        CONSUMER,
        COMMANDS,
        OUTAGE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String HELP = """
            ./parley bench events [--only PART,...] [--rounds N] [--outage-minutes M] [--outage-rate R]
              Measures the platform's way of events beside the same operations bare, on engines of its own.
              --only            publishing, latency, consumer, commands, outage; all of them if absent
              --rounds          rounds of each comparison, 1 to 50; 5 if absent
              --outage-minutes  how long the broker is away, 1 to 120; 1 if absent
              --outage-rate     commands a second meanwhile, 1 to 500; 50 if absent""";

    static Options parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Set<Part> parts = EnumSet.allOf(Part.class);
        int rounds = 5;
        int minutes = 1;
        int rate = 50;
        boolean help = false;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--only" -> parts = parts(value(option, rest));
                case "--rounds" -> rounds = number(option, value(option, rest), 50);
                case "--outage-minutes" -> minutes = number(option, value(option, rest), 120);
                case "--outage-rate" -> rate = number(option, value(option, rest), 500);
                case "-h", "--help" -> help = true;
                default -> throw new IllegalArgumentException("'bench events' does not take '" + option + "'.");
            }
        }
        return new Options(parts, rounds, Duration.ofMinutes(minutes), rate, help);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value after it.");
        }
        return rest.pop();
    }

    private static int number(String option, String text, int most) {
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    option + " takes a whole number from 1 to " + most + ", not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    private static Set<Part> parts(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(Options::part)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    private static Part part(String word) {
        return Arrays.stream(Part.values())
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--only takes "
                        + Arrays.stream(Part.values()).map(Part::word).collect(Collectors.joining(", "))
                        + ", not '" + word + "'."));
    }
}
