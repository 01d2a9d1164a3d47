package dev.parley.acceptance;

import java.util.List;

/** What the smoke test says once, on an installation that it has founded. */
final class ApiKeyLine {
    private static final String START = "api key: ";

    private ApiKeyLine() {}

    static String in(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith(START))
                .findFirst()
                .orElseThrow()
                .substring(START.length());
    }
}
