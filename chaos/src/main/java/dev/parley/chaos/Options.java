package dev.parley.chaos;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param mutation a protection to switch off; the run must then end red
 */
record Options(long seed, int minutes, @Nullable Mutation mutation) {
    private static final int DEFAULT_MINUTES = 5;

    static Options parse(String... arguments) {
        if (arguments.length % 2 == 1) {
            throw new IllegalArgumentException("'" + arguments[arguments.length - 1] + "' has no value.");
        }
        long seed = System.currentTimeMillis() % 100_000;
        int minutes = 0;
        Mutation mutation = null;
        for (int i = 0; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--seed" -> seed = number(arguments[i], value);
                case "--minutes" -> minutes = Math.toIntExact(number(arguments[i], value));
                case "--mutation" -> mutation = mutation(value);
                default -> throw new IllegalArgumentException("There is no option " + arguments[i] + ".");
            }
        }
        int usual = mutation == null ? DEFAULT_MINUTES : 1;
        return new Options(seed, minutes == 0 ? usual : minutes, mutation);
    }

    Optional<Mutation> switchedOff() {
        return Optional.ofNullable(mutation);
    }

    private static long number(String option, String value) {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(option + " is '" + value + "': expected a number from 1.");
        }
        return Long.parseLong(value);
    }

    private static Mutation mutation(String value) {
        return Arrays.stream(Mutation.values())
                .filter(one -> one.option().equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--mutation is '" + value + "': expected outbox, sequence-guard or etag."));
    }
}
