package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The environment that one of the ways to run Parley gives a service.
 *
 * @param how the file that says so
 * @param variables names only
 */
public record Deployment(String how, Set<String> variables) {

    private static final String FILE = "_FILE";
    private static final Set<String> READ_BY_THE_JVM = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    public static Stream<Deployment> allOf(String service) {
        return Stream.of(compose(service), kubernetes(service, "local"), kubernetes(service, "production"));
    }

    /** Asserts that each variable does something in the service, and that none is missing that it cannot start without. */
    public void suits(Configuration configuration) {
        assertThat(variables)
                .as(how)
                .allMatch(
                        name -> READ_BY_THE_JVM.contains(name)
                                || configuration.isKnown(withoutFile(name))
                                || isOnAPage(withoutFile(name)),
                        "sets something that is read");
        assertThat(variables.stream().map(Deployment::withoutFile))
                .as(how)
                .containsAll(configuration.variables().keySet().stream()
                        .filter(configuration::isRequired)
                        .toList());
    }

    /** What all services are given in common need not be read by each. */
    private static boolean isOnAPage(String name) {
        Path pages = ApprovedFile.projectRoot().resolve("docs/configuration");
        try (Stream<Path> files = Files.list(pages)) {
            return files.anyMatch(
                    page -> text("docs/configuration/" + page.getFileName()).contains("`" + name + "`"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutFile(String name) {
        return name.startsWith("PARLEY_") && name.endsWith(FILE) && !name.equals("PARLEY_SETUP_TOKEN_FILE")
                ? name.substring(0, name.length() - FILE.length())
                : name;
    }

    private static Deployment compose(String service) {
        Map<?, ?> services = map(map(documents("docker-compose.yml").getFirst()).get("services"));
        return new Deployment(
                "docker-compose.yml", names(map(map(services.get(service)).get("environment")).keySet().stream()));
    }

    /** The service's own manifest, what all services are given, and the settings of the overlay. */
    private static Deployment kubernetes(String service, String overlay) {
        Stream<String> ofContainers = Stream.of(service, "every-service")
                .flatMap(file -> documents("k8s/base/" + file + ".yaml").stream())
                .filter(document -> "Deployment".equals(map(document).get("kind")))
                .flatMap(document -> containers(map(document)).stream())
                .flatMap(container -> list(map(container).get("env")).stream())
                .map(variable -> String.valueOf(map(variable).get("name")));
        Stream<String> ofSettings = Stream.of("k8s/base/parley.env", "k8s/overlays/" + overlay + "/parley.env")
                .flatMap(file -> properties(file).stringPropertyNames().stream());
        return new Deployment("k8s/overlays/" + overlay, names(Stream.concat(ofContainers, ofSettings)));
    }

    private static List<?> containers(Map<?, ?> deployment) {
        Map<?, ?> template = map(map(deployment.get("spec")).get("template"));
        return list(map(template.get("spec")).get("containers"));
    }

    private static Set<String> names(Stream<?> names) {
        Set<String> sorted = new TreeSet<>();
        names.forEach(name -> sorted.add(name.toString()));
        return sorted;
    }

    private static List<Object> documents(String file) {
        List<Object> documents = new ArrayList<>();
        new Yaml().loadAll(text(file)).forEach(documents::add);
        return documents;
    }

    private static Properties properties(String file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String text(String file) {
        Path path = ApprovedFile.projectRoot().resolve(file);
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object node) {
        return node instanceof List<?> list ? list : List.of();
    }
}
