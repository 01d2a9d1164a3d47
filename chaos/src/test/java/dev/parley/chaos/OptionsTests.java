package dev.parley.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTests {
    @Test
    void everythingCanBeSaid() {
        assertThat(Options.parse("--minutes", "10", "--seed", "7", "--mutation", "sequence-guard"))
                .isEqualTo(new Options(7, 10, Mutation.SEQUENCE_GUARD));
    }

    @Test
    void aMutationNeedsAMinuteAndARunFive() {
        assertThat(Options.parse().minutes()).isEqualTo(5);
        assertThat(Options.parse("--mutation", "etag").minutes()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "--seed, x, --seed is 'x': expected a number from 1.",
        "--minutes, 0, --minutes is '0': expected a number from 1.",
        "--mutation, all, '--mutation is ''all'': expected outbox, sequence-guard or etag.'",
        "--speed, 1, There is no option --speed."
    })
    void whatIsWrongIsNamed(String option, String value, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(option, value))
                .withMessage(sentence);
    }
}
