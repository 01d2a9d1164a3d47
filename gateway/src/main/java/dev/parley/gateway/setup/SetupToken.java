package dev.parley.gateway.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The token that whoever started the installation knows, and nobody else. */
@Component
class SetupToken {

    private final byte @Nullable [] expected;

    SetupToken(SetupProperties properties) {
        String token = properties.tokenFile() == null ? properties.token() : read(properties.tokenFile());
        this.expected = token == null || token.isBlank() ? null : token.strip().getBytes(UTF_8);
    }

    boolean configured() {
        return expected != null;
    }

    /** Takes the same time wherever the difference is. */
    boolean matches(String given) {
        return expected != null && MessageDigest.isEqual(expected, given.strip().getBytes(UTF_8));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the set-up token cannot be read from " + file, e);
        }
    }
}
