package dev.parley.gateway.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTokenTests {

    @Test
    void withoutOneNobodySetsUp() {
        assertThat(token(null, null).configured()).isFalse();
        assertThat(token("", null).configured()).isFalse();
        assertThat(token("", null).matches("")).isFalse();
    }

    @Test
    void onlyTheRightOneMatches() {
        assertThat(token("one-time", null).matches("one-time")).isTrue();
        assertThat(token("one-time", null).matches("one-tim")).isFalse();
        assertThat(token("one-time", null).matches("")).isFalse();
    }

    @Test
    void comesFromAFileWhereSecretsAreMounted(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("setup-token"), "from-file\n");

        assertThat(token("", file).matches("from-file")).isTrue();
    }

    private static SetupToken token(@Nullable String token, @Nullable Path file) {
        return new SetupToken(new SetupProperties(token, file, Duration.ofSeconds(15)));
    }
}
