package dev.parley.testkit;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of {@code docs/configuration} about one service, written from what its jar really reads. */
public record ConfigurationPage(String service, Configuration configuration) {

    /** Asserts that the approved page says the same; {@code -Dparley.approve=true} writes it anew. */
    public void matches() {
        ApprovedFile.matches("docs/configuration/" + service + ".md", render());
    }

    private String render() {
        StringBuilder page = new StringBuilder("# Settings of " + service + "\n\n");
        page.append("Written by a test from the service's configuration files and properties records.\n");
        page.append("Any `PARLEY_X` can also be given as `PARLEY_X_FILE`, the name of a file that holds it.\n\n");
        page.append("## Environment variables\n\n| variable | default | sets | what it is |\n|---|---|---|---|\n");
        configuration
                .variables()
                .forEach((name, settings) -> page.append(row(
                        "`" + name + "`",
                        configuration.isRequired(name) ? "**required**" : code(configuration.defaultOf(name)),
                        settings.stream()
                                .map(setting -> code(setting.property()))
                                .collect(Collectors.joining(", ")),
                        texts(settings))));
        page.append("\n## Parley's own properties\n\n");
        page.append("Each can be set by the variable in the first column.\n\n");
        page.append("| variable | type | value | what it is |\n|---|---|---|---|\n");
        configuration
                .own()
                .forEach(setting -> page.append(row(
                        code(Setting.variableOf(setting.property())),
                        code(configuration.typeOf(setting.property())),
                        code(setting.value()),
                        cell(setting.text()))));
        return page.toString();
    }

    private static String texts(List<Setting> settings) {
        return settings.stream()
                .map(Setting::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .map(ConfigurationPage::cell)
                .collect(Collectors.joining("; "));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String code(@Nullable String value) {
        return value == null || value.isEmpty() ? "" : "`" + cell(value) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
