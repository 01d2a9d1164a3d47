package dev.parley.testkit;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One property that a service's own configuration names.
 *
 * @param value as the configuration gives it, placeholders and all; null when it gives none
 * @param text what the property's Javadoc says, or its starter's
 */
record Setting(String property, @Nullable String value, String text) {

    /** A variable the configuration reads; a missing default makes it required. */
    record Variable(String name, @Nullable String fallback) {}

    /** Variables in the value, those inside another's default included. */
    SortedSet<String> variables() {
        SortedSet<String> names = new TreeSet<>();
        if (value != null) {
            Placeholders.in(value).forEach(variable -> names.add(variable.name()));
        }
        return names;
    }

    /** The variable that sets any property directly: upper case, dots to underscores, hyphens dropped. */
    static String variableOf(String property) {
        return property.replace("-", "")
                .replaceAll("\\[(\\d+)]", "_$1")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }
}
