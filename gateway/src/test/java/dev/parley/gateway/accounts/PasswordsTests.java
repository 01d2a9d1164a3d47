package dev.parley.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PasswordsTests {

    private final Passwords passwords = new Passwords(
            new PasswordProperties(DataSize.ofMegabytes(19), 2, 2, Duration.ofSeconds(5)), new SimpleMeterRegistry());

    @Test
    void recognizesTheRightOneOnly() {
        String hash = passwords.encode("correct horse battery");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterY", hash)).isFalse();
    }

    @Test
    void takesLettersTypedOnAnotherSystemForTheSame() {
        String composed = passwords.encode("gr\u00fcner Apfelbaum");

        assertThat(passwords.matches("gru\u0308ner Apfelbaum", composed)).isTrue();
    }

    @Test
    void nobodyHasNoPasswordNotEvenThePlaceholder() {
        assertThat(passwords.matches("the password of nobody", null)).isFalse();
    }

    /** ASVS 5.0 11.4.2: hashes follow the parameters of today. */
    @Test
    void noticesAHashThatCostLess() {
        var former = new Passwords(
                new PasswordProperties(DataSize.ofMegabytes(7), 1, 2, Duration.ofSeconds(5)),
                new SimpleMeterRegistry());

        assertThat(passwords.isDated(former.encode("correct horse battery"))).isTrue();
        assertThat(passwords.isDated(passwords.encode("correct horse battery"))).isFalse();
    }
}
