package dev.parley.bench.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.bench.events.Options.Part;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTests {

    @Test
    void withoutOptionsEverythingIsMeasuredWithAShortOutage() {
        var options = Options.parse(List.of());

        assertThat(options.parts()).containsExactly(Part.values());
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.outage()).isEqualTo(Duration.ofMinutes(1));
        assertThat(options.outageRate()).isEqualTo(50);
    }

    @Test
    void optionsAreTaken() {
        var options = Options.parse(
                List.of("--only", "outage,latency", "--rounds", "9", "--outage-minutes", "10", "--outage-rate", "120"));

        assertThat(options.parts()).containsExactly(Part.LATENCY, Part.OUTAGE);
        assertThat(options.rounds()).isEqualTo(9);
        assertThat(options.outage()).isEqualTo(Duration.ofMinutes(10));
        assertThat(options.outageRate()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--rounds 0|--rounds takes a whole number from 1 to 50, not '0'.",
                "--rounds 51|--rounds takes a whole number from 1 to 50, not '51'.",
                "--outage-minutes ten|--outage-minutes takes a whole number from 1 to 120, not 'ten'.",
                "--outage-rate 9999999999|--outage-rate takes a whole number from 1 to 500, not '9999999999'.",
                "--rounds|--rounds needs a value after it.",
                "--only speed|--only takes publishing, latency, consumer, commands, outage, not 'speed'.",
                "--fast|'bench events' does not take '--fast'."
            })
    void whatCannotBeMeantIsSaid(String arguments, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of(arguments.split(" "))))
                .withMessage(sentence);
    }

    @Test
    void wrongUsageIsAnsweredWithTheHelpAndCodeTwo() {
        var said = new ByteArrayOutputStream();

        int code = EventsBench.run(List.of("--rounds", "x"), new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("not 'x'.", "./parley bench events [");
    }

    @Test
    void helpMeasuresNothing() {
        var said = new ByteArrayOutputStream();

        int code = EventsBench.run(List.of("--help"), new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(code).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("./parley bench events [");
    }
}
