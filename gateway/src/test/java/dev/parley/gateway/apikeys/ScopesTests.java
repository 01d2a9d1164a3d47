package dev.parley.gateway.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be granted and what routes ask for are written in different modules; here they are compared. */
class ScopesTests {

    private static final Pattern SCOPE = Pattern.compile("\"([a-z]+:[a-z]+)\"");
    private static final Set<String> OF_SERVICES = Set.of("evaluations:import");

    @Test
    void everyScopeOpensARouteAndEveryRouteAsksForOneThatCanBeGranted() throws IOException {
        Set<String> asked = asked();

        assertThat(asked).containsAll(OF_SERVICES);
        asked.removeAll(OF_SERVICES);
        assertThat(asked).isEqualTo(Scopes.ALL);
    }

    /** The scopes named in the files of handlers, over all modules. */
    private static Set<String> asked() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ScopesTests::handlers)
                    .flatMap(text -> SCOPE.matcher(text).results().map(found -> found.group(1)))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> handlers(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith("Controller.java"))
                    .map(ScopesTests::read)
                    .filter(text -> text.contains("@Access("))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
