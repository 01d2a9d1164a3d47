package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.acceptance.TelemetryFiles.Alert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TelemetryFilesTests {

    private static final int GRID = 24;
    private static final TelemetryFiles FILES = new TelemetryFiles(Installation.projectRoot());

    static List<Path> dashboards() throws IOException {
        return FILES.dashboards();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void dashboardIsWhatGrafanaExpects(Path file) throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(file));

        assertThat(file.getFileName()).hasToString(dashboard.path("uid").asString() + ".json");
        assertThat(dashboard.path("title").asString()).startsWith("Parley: ");
        assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
        Set<Integer> ids = new HashSet<>();
        Set<String> cells = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).as("id of %s", panel).isTrue();
            occupy(panel, cells);
            if (!panel.path("type").asString().equals("row")) {
                assertPanel(panel);
            }
        }
    }

    private static void assertPanel(JsonNode panel) {
        assertThat(panel.path("type").asString()).isIn("timeseries", "stat");
        assertThat(panel.path("datasource").path("uid").asString()).isEqualTo("${datasource}");
        assertThat(panel.path("targets")).isNotEmpty();
        assertThat(panel.path("targets"))
                .allSatisfy(target -> assertThat(target.path("expr").asString()).isNotBlank());
        assertThat(panel.path("targets"))
                .extracting(target -> target.path("refId").asString())
                .doesNotHaveDuplicates();
    }

    private static void occupy(JsonNode panel, Set<String> cells) {
        JsonNode place = panel.path("gridPos");
        int right = place.path("x").asInt() + place.path("w").asInt();
        assertThat(right).isBetween(1, GRID);
        for (int x = place.path("x").asInt(); x < right; x++) {
            for (int y = 0; y < place.path("h").asInt(); y++) {
                assertThat(cells.add(x + "/" + (place.path("y").asInt() + y)))
                        .as("%s overlaps another panel", panel.path("title"))
                        .isTrue();
            }
        }
    }

    @Test
    void everyAlertLinksItsRunbookAndEveryRunbookHasAnAlert() throws IOException {
        assertThat(FILES.alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.severity()).isIn("page", "ticket");
            assertThat(alert.runbook()).isEqualTo("docs/runbooks/" + alert.name() + ".md");
            assertThat(FILES.home().resolve(alert.runbook()))
                    .exists()
                    .content()
                    .contains("# " + alert.name(), "## What it means", "## How to look", "## What to do")
                    .contains("## When to escalate");
        });
        try (Stream<Path> runbooks = Files.list(FILES.home().resolve("docs/runbooks"))) {
            assertThat(runbooks.map(path -> path.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(alertNames());
        }
    }

    @Test
    void everyAlertIsTestedToFireAndToBeSilent() throws IOException {
        String tests = "";
        try (Stream<Path> files = Files.list(FILES.folder().resolve("tests"))) {
            for (Path file : files.toList()) {
                tests += Files.readString(file);
            }
        }
        for (String name : alertNames()) {
            assertThat(tests).contains("- name: " + name + " fires", "- name: " + name + " is silent");
        }
    }

    @Test
    void rulesAndConfigurationPassPromtool() throws IOException, InterruptedException {
        Optional<Path> promtool = Prometheus.find("promtool");
        assumeTrue(promtool.isPresent(), "there is no promtool on the path; ./parley test installs it");

        String tool = promtool.get().toString();
        run(tool, "check", "config", "prometheus.yml");
        run(tool, "test", "rules", "tests/conditions.yml", "tests/objectives.yml");
    }

    @Test
    void selectorsAreTakenOutOfAnExpression() {
        assertThat(TelemetryFiles.selectors("""
                (sum by (application, kind) (a_total{kind=~"x|y", job!="z"} offset 15m)
                  or 0 * max(b_seconds >= 0)) > 14.4 * 0.001 and job:c:ratio_rate5m > 1
                unless rate(d_total[5m])"""))
                .containsExactlyInAnyOrder(
                        "a_total{kind!=\"\",job!=\"\"}", "b_seconds", "job:c:ratio_rate5m", "d_total");
    }

    private static Set<String> alertNames() throws IOException {
        return FILES.alerts().stream().map(Alert::name).collect(Collectors.toSet());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(FILES.folder().toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
