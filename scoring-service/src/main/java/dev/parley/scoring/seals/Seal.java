package dev.parley.scoring.seals;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A commitment to a text that tells nothing about it: SHA-256 over the salt's bytes followed by the text in UTF-8.
 *
 * @param salt random, at least 128 bits, in hexadecimal
 * @param digest in hexadecimal
 */
public record Seal(String salt, String digest) {

    private static final int LEAST_SALT = 16;

    /** Seals a text under a fresh salt. */
    public static Seal of(byte[] salt, String text) {
        if (salt.length < LEAST_SALT) {
            throw new IllegalArgumentException("a salt has at least " + LEAST_SALT * 8 + " bits");
        }
        return new Seal(HexFormat.of().formatHex(salt), digest(salt, text));
    }

    /** Whether this is what was sealed. */
    public boolean fits(String text) {
        return MessageDigest.isEqual(
                digest(HexFormat.of().parseHex(salt), text).getBytes(UTF_8), digest.getBytes(UTF_8));
    }

    private static String digest(byte[] salt, String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
