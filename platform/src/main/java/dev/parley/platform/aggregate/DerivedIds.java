package dev.parley.platform.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Ids and scopes that follow from a request by HMAC-SHA-256: the same request gives the same, nobody can guess one. */
public final class DerivedIds {

    private final SecretKeySpec secret;

    public DerivedIds(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    /** A UUID (version 8, RFC 9562) that follows from the text. */
    public String of(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(hash("id\n" + text));
        long high = bytes.getLong() & ~0xF000L | 0x8000L;
        long low = bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** The scope of an idempotency key. */
    public String scope(String organization, String principal, String route, String key) {
        return HexFormat.of().formatHex(hash(String.join("\n", "scope", organization, principal, route, key)), 0, 16);
    }

    private byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
