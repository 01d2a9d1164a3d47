package dev.parley.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bench.events.Options.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everything once, as small as can be: that it measures, not what. */
class EventsBenchIT {

    private static final Scale TINY = new Scale(64, 20, 40, 16);

    @Test
    void measuresEachPartAndLeavesNothingBehind() throws Exception {
        Set<Path> before = directories();
        var options = new Options(EnumSet.allOf(Part.class), 1, Duration.ofSeconds(2), 20, false);
        var said = new ByteArrayOutputStream();

        List<Figure> figures =
                new EventsBench(options, TINY, new PrintStream(said, true, StandardCharsets.UTF_8)).run();

        assertThat(figures)
                .hasSize(14)
                .allSatisfy(figure -> assertThat(figure.platform()).isNotBlank());
        assertThat(figures)
                .filteredOn(figure -> figure.what().startsWith("outage: commands accepted, of 40"))
                .singleElement()
                .extracting(Figure::platform)
                .isEqualTo("40");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(" cores, ", "save → visible to a consumer");
        assertThat(directories()).isEqualTo(before);
    }

    private static Set<Path> directories() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("parley-bench"))
                    .collect(Collectors.toSet());
        }
    }
}
