package dev.parley.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboards and rules of {@code deploy/telemetry}, taken apart. */
record TelemetryFiles(Path home) {

    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*(\\{[^}]*})?(?![\\w:]*\\s*\\()");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");

    /** An expression, and where it is written. */
    record Expression(String place, String text) {}

    /** A rule that raises an alert. */
    record Alert(String name, String expression, String severity, String runbook) {}

    Path folder() {
        return home.resolve("deploy/telemetry");
    }

    List<Path> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("grafana/dashboards"))) {
            return files.sorted().toList();
        }
    }

    /** Of every panel, with the variables as they are when nothing is chosen. */
    List<Expression> panels() throws IOException {
        List<Expression> found = new ArrayList<>();
        for (Path dashboard : dashboards()) {
            for (JsonNode panel :
                    JsonMapper.shared().readTree(Files.readString(dashboard)).path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    found.add(new Expression(
                            dashboard.getFileName() + ", " + panel.path("title").asString(),
                            target.path("expr")
                                    .asString()
                                    .replace("$__rate_interval", "1m")
                                    .replaceAll("\\$(application|instance)", ".+")));
                }
            }
        }
        return found;
    }

    List<Expression> recordingRules() throws IOException {
        return rules().stream()
                .filter(rule -> rule.has("record"))
                .map(rule -> new Expression(
                        rule.path("record").asString(), rule.path("expr").asString()))
                .toList();
    }

    List<Alert> alerts() throws IOException {
        return rules().stream()
                .filter(rule -> rule.has("alert"))
                .map(rule -> new Alert(
                        rule.path("alert").asString(),
                        rule.path("expr").asString(),
                        rule.path("labels").path("severity").asString(""),
                        rule.path("annotations").path("runbook_url").asString("")))
                .toList();
    }

    /** What an expression selects: each metric, with the labels it names as present, whatever their values. */
    static Set<String> selectors(String expression) {
        Set<String> found = new TreeSet<>();
        String plain = expression
                .replaceAll("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)", " ")
                .replaceAll("\\[\\w+]|\\boffset\\s+\\w+", " ");
        Matcher selector = SELECTOR.matcher(plain);
        while (selector.find()) {
            boolean inWord = selector.start() > 0 && Character.isLetterOrDigit(plain.charAt(selector.start() - 1));
            if (!inWord && !WORDS.contains(selector.group(1))) {
                found.add(selector.group(1) + present(selector.group(2)));
            }
        }
        return found;
    }

    private static String present(@Nullable String matchers) {
        if (matchers == null) {
            return "";
        }
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(matchers.replaceAll("\"[^\"]*\"", "\"\""));
        while (label.find()) {
            labels.add(label.group(1) + "!=\"\"");
        }
        return "{" + String.join(",", labels) + "}";
    }

    private List<JsonNode> rules() throws IOException {
        List<JsonNode> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder().resolve("rules"))) {
            for (Path file : files.sorted().toList()) {
                Object content = new Yaml().load(Files.readString(file));
                for (JsonNode group : JsonMapper.shared().valueToTree(content).path("groups")) {
                    group.path("rules").forEach(found::add);
                }
            }
        }
        return found;
    }
}
