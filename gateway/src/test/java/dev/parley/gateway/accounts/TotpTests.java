package dev.parley.gateway.accounts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6238, appendix B, in six digits; ASVS 5.0 6.5.1, 6.5.5: each code once, and not for long. */
class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.stepAt(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void takesTheCodeOfAClockThatIsOneStepOff(long off) {
        long step = Totp.stepAt(NOW) + off;
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step), NOW, 0)).hasValue(step);
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 2})
    void takesNoneThatIsFurtherOff(long off) {
        assertThat(Totp.match(SECRET, Totp.code(SECRET, Totp.stepAt(NOW) + off), NOW, 0))
                .isEmpty();
    }

    @Test
    void takesNoneAtOrBeforeTheLastOneUsed() {
        long step = Totp.stepAt(NOW);
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step), NOW, step)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 1), NOW, step)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 1), NOW, step)).hasValue(step + 1);
    }

    @Test
    void secretsAreReadAsAuthenticatorsReadThem() {
        assertThat(Base32.decode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")).isEqualTo(SECRET);
        assertThat(Base32.random(32)).matches("[A-Z2-7]{32}").isNotEqualTo(Base32.random(32));
    }

    @Test
    void recoveryCodesAreTenAndKnownByTheirHashesHoweverTyped() {
        var codes = RecoveryCodes.random();
        String code = codes.codes().getFirst();

        assertThat(codes.codes())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(one -> one.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));
        assertThat(codes.hashes())
                .contains(RecoveryCodes.hash(
                        " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")));
        assertThat(codes.toString()).doesNotContain(code);
    }
}
