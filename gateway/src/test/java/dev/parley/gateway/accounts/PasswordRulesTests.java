package dev.parley.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.parley.platform.error.DomainException;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ASVS 5.0 6.2.1, 6.2.4, 6.2.5, 6.2.9, 6.2.11, 6.2.12: length counts, and nothing common or known passes. */
class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "plum-lantern-orbit",
                "vK8#qLz2!mRp",
                "\u00fcber den Wolken muss",
                "            a long one"
            })
    void takesAnythingLongThatIsNotCommon(String password) {
        assertThatNoException().isThrownBy(() -> check(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "passwordpassword",
                "Password12345!",
                "2026sunshine2026",
                "P4ssw0rd!!!!!",
                "!!!!letmein!!!!",
                "qwertyuiop123",
                "michael 8472 9482",
                "aaaaaaaaaaaaaaaa"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertRefused(password, "guessed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.admin@acme.test", "Ada Admin 2026", "ada.admin123456", "Parley-2026-2026"})
    void refusesWhatEverybodyKnowsOfThePerson(String password) {
        assertRefused(password, "guessed");
    }

    @Test
    void measuresLengthInCharactersAsPeopleSeeThem() {
        assertRefused("elevenchars", "12 to 128");
        assertRefused("x9".repeat(60) + "y".repeat(9), "12 to 128");
        assertThatNoException().isThrownBy(() -> check("wq".repeat(1) + "7 blue kites over it ".repeat(6)));
        assertRefused("\uD83D\uDE00".repeat(11), "12 to 128");
    }

    @Test
    void theShippedListIsWrongAsRarelyAsItSays() throws IOException {
        var random = new Random(7);
        BloomFilter filter;
        try (var file = new DataInputStream(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.bloom")))) {
            filter = BloomFilter.read(file);
        }

        long wrong = IntStream.range(0, 200_000)
                .filter(_ -> filter.mayContain(Long.toString(random.nextLong(), 36) + "/never/listed"))
                .count();

        assertThat(wrong).isLessThan(2 * (long) (200_000 * CommonPasswordsFile.WRONG));
    }

    @Test
    void somebodyMayBeCalledLikeTheirMailbox() {
        assertThatNoException().isThrownBy(() -> rules.check("seven blue kites", "admin@acme.test", "Admin"));
        assertThatNoException().isThrownBy(() -> rules.check("seven blue kites", "parley", "Parley"));
    }

    private void check(String password) {
        rules.check(password, "ada.admin@acme.test", "Ada Admin");
    }

    private void assertRefused(String password, String why) {
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> check(password))
                .satisfies(refusal ->
                        assertThat(refusal.errors().getFirst().detail()).contains(why));
    }
}
