package dev.parley.gateway.accounts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person has left when the authenticator is lost: ten codes, each good once. 120 random bits each, so a plain hash
 * is enough (ASVS 5.0 6.5.2 asks for a slow one below 112).
 */
record RecoveryCodes(List<String> codes) {

    private static final int COUNT = 10;
    private static final int LETTERS = 24;

    RecoveryCodes {
        codes = List.copyOf(codes);
    }

    static RecoveryCodes random() {
        return new RecoveryCodes(Stream.generate(() -> Base32.random(LETTERS).replaceAll("(.{4})(?!$)", "$1-"))
                .limit(COUNT)
                .toList());
    }

    Set<String> hashes() {
        return codes.stream().map(RecoveryCodes::hash).collect(Collectors.toSet());
    }

    /** However it was typed. */
    static String hash(String code) {
        String normal = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(normal.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "RecoveryCodes";
    }
}
