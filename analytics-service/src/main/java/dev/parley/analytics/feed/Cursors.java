package dev.parley.analytics.feed;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.error.DomainException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Cursors as their readers hold them: sealed, and good for one organization. */
@Component
final class Cursors {

    private static final byte VERSION = 1;
    private static final int LONGEST_NUMBER = 10;
    private static final int MOST_BYTES = 2 + LONGEST_NUMBER + Lane.COUNT * (1 + LONGEST_NUMBER);
    private static final int SEAL = 16;

    private final DerivedIds seals;

    Cursors(DerivedIds seals) {
        this.seals = seals;
    }

    /** The version, the turn, the last late event, each lane that was begun; then the seal. */
    String write(Cursor cursor, OrganizationId organization) {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        bytes.put(VERSION).put((byte) cursor.turn());
        putNumber(bytes, cursor.late());
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            if (cursor.next(lane) > 0) {
                bytes.put((byte) lane);
                putNumber(bytes, cursor.next(lane));
            }
        }
        byte[] content = Arrays.copyOf(bytes.array(), bytes.position());
        return sealed(Base64.getUrlEncoder().withoutPadding().encodeToString(content), organization);
    }

    /**
     * Reads what {@link #write} gave.
     *
     * @param pointer to where it was sent
     * @throws DomainException.Invalid when it is anything else, or was given to another organization
     */
    Cursor read(String text, String pointer, OrganizationId organization) {
        String content = text.substring(0, Math.max(0, text.length() - SEAL));
        if (sealed(content, organization).equals(text)) {
            try {
                return content(ByteBuffer.wrap(Base64.getUrlDecoder().decode(content)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException _) {
                // of another version
            }
        }
        throw new DomainException.Invalid(pointer, "expected a cursor that this feed gave to this organization");
    }

    private String sealed(String content, OrganizationId organization) {
        String seal = seals.of("cursor of " + organization.value() + " " + content);
        return content + seal.replace("-", "").substring(0, SEAL);
    }

    private static Cursor content(ByteBuffer content) {
        if (content.get() != VERSION) {
            throw new IllegalArgumentException("another version");
        }
        int turn = Objects.checkIndex(content.get(), Lane.COUNT);
        long late = number(content);
        long[] next = new long[Lane.COUNT];
        while (content.hasRemaining()) {
            next[content.get()] = number(content);
        }
        return new Cursor(turn, late, next);
    }

    /** Seven bits a byte, the lowest first. */
    private static void putNumber(ByteBuffer bytes, long number) {
        long rest = number;
        for (; rest > 0x7f; rest >>>= 7) {
            bytes.put((byte) (rest | 0x80));
        }
        bytes.put((byte) rest);
    }

    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = bytes.get();
            number |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("no number");
    }
}
