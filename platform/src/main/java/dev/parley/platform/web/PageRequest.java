package dev.parley.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.Filters;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import java.util.Base64;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param limit 1 to 100
 * @param cursor from the page before; absent for the first
 */
public record PageRequest(int limit, @Nullable String cursor) {

    public static final int LARGEST = 100;

    /**
     * @throws DomainException.Invalid when the limit is out of range
     */
    public PageRequest {
        if (limit < 1 || limit > LARGEST) {
            throw new DomainException.Invalid("/limit", "expected 1 to " + LARGEST);
        }
    }

    /** The cursor behind an item, in lists sorted by time and id, newest first. */
    public static String cursor(Instant time, String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((time.toEpochMilli() + " " + id).getBytes(UTF_8));
    }

    /** Confines a query sorted by the field and id, descending, to what follows the cursor. */
    public Bson after(String timeField) {
        if (cursor == null) {
            return Filters.empty();
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", 2);
            Instant time = Instant.ofEpochMilli(Long.parseLong(parts[0]));
            return Filters.or(
                    Filters.lt(timeField, time), Filters.and(Filters.eq(timeField, time), Filters.lt("_id", parts[1])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new DomainException.Invalid("/cursor", "expected a cursor from an earlier page");
        }
    }
}
