package dev.parley.testkit;

import dev.parley.testkit.Setting.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds <code>${NAME}</code> and <code>${NAME:default}</code>, one inside another too, where the name is a variable's. */
final class Placeholders {

    private static final Pattern START = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:|})");

    private Placeholders() {}

    static List<Variable> in(String value) {
        List<Variable> found = new ArrayList<>();
        Matcher start = START.matcher(value);
        while (start.find()) {
            String fallback = start.group(2).equals("}") ? null : value.substring(start.end(), end(value, start.end()));
            found.add(new Variable(start.group(1), fallback));
        }
        return found;
    }

    private static int end(String value, int from) {
        int open = 1;
        for (int i = from; i < value.length(); i++) {
            open += value.startsWith("${", i) ? 1 : value.charAt(i) == '}' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a placeholder does not end: " + value);
    }
}
