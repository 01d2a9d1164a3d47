package dev.parley.question.revisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A revision as it is sent: the bytes, and the tag that follows from them. */
public record Rendered(byte[] json, String etag) {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    static Rendered of(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return new Rendered(bytes, "\"" + HexFormat.of().formatHex(digest(bytes), 0, 16) + "\"");
    }

    /** Spring answers 304 when the request's {@code If-None-Match} names the tag. */
    public ResponseEntity<byte[]> toResponse() {
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(FOR_EVER)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
