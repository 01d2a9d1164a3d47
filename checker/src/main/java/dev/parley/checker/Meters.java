package dev.parley.checker;

import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** One process's metrics in Prometheus' text format; series of one name are merged. */
final class Meters {
    private final String text;

    Meters(String text) {
        this.text = text;
    }

    /** The largest of the name's series; not a number when there is none. */
    double most(String name) {
        return values(Math::max).getOrDefault(name, Double.NaN);
    }

    private Map<String, Double> values(BinaryOperator<Double> merge) {
        return text.lines()
                .filter(line -> !line.startsWith("#") && line.contains(" "))
                .collect(Collectors.toMap(Meters::name, Meters::value, merge));
    }

    private static String name(String line) {
        return line.split("[{ ]", 2)[0];
    }

    private static double value(String line) {
        String[] words = line.substring(line.lastIndexOf('}') + 1).strip().split(" ");
        String value = line.contains("}") ? words[0] : words[1];
        return value.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(value);
    }
}
