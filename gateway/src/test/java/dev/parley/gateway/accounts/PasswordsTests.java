package dev.parley.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PasswordsTests {

    private final Passwords passwords =
            new Passwords(new PasswordProperties(DataSize.ofMegabytes(19), 2, 2, Duration.ofSeconds(5)));

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

    @Test
    void saysNoToNobodyAsSlowlyAsToSomebody() {
        String hash = passwords.encode("correct horse battery");

        long somebody = fastest(() -> passwords.matches("wrong horse battery", hash));
        long nobody = fastest(() -> passwords.matches("wrong horse battery", null));

        assertThat((double) nobody / somebody).isBetween(0.4, 2.5);
    }

    private static long fastest(Runnable work) {
        return LongStream.range(0, 8)
                .map(_ -> {
                    long start = System.nanoTime();
                    work.run();
                    return System.nanoTime() - start;
                })
                .min()
                .orElseThrow();
    }
}
