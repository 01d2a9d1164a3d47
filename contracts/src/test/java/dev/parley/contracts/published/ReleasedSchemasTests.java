package dev.parley.contracts.published;

import dev.parley.contracts.EventTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record says what was released under its name. */
class ReleasedSchemasTests {

    static final Path FOLDER = Path.of("src/main/resources/schemas");

    private final ReleasedSchemas released = new ReleasedSchemas(FOLDER, Boolean.getBoolean("parley.approve"));

    static Stream<Map.Entry<String, Class<?>>> events() {
        return EventTypes.everything().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void recordSaysWhatWasReleased(Map.Entry<String, Class<?>> event) throws IOException {
        released.check(event.getKey(), EventSchemas.published(event.getKey(), event.getValue()));
    }

    @Test
    void whatWasReleasedCanBeReadForEver() throws IOException {
        released.checkNothingIsLost(EventTypes.everything().keySet());
    }
}
