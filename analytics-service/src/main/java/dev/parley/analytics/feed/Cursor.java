package dev.parley.analytics.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * How far an organization's reader has come in each lane, and which lane is next in turn.
 *
 * @param turn the lane a page begins with, so that a busy one never holds up the others
 * @param next per lane the first offset that was not delivered
 */
record Cursor(int turn, long[] next) {

    static final Cursor START = new Cursor(0, new long[Lane.COUNT]);

    private static final byte VERSION = 1;
    private static final int MOST_BYTES = 3 + Lane.COUNT * (1 + Long.BYTES) + Integer.BYTES;

    Cursor {
        next = next.clone();
    }

    /** Behind one event more. */
    Cursor after(int lane, long offset) {
        return advanced((lane + 1) % Lane.COUNT, lane, offset + 1);
    }

    /** Not before this offset. */
    Cursor atLeast(int lane, long offset) {
        return offset <= next[lane] ? this : advanced(turn, lane, offset);
    }

    private Cursor advanced(int newTurn, int lane, long offset) {
        long[] moved = next.clone();
        moved[lane] = offset;
        return new Cursor(newTurn, moved);
    }

    long next(int lane) {
        return next[lane];
    }

    /** One version byte, the turn, each lane that was begun, a checksum that also covers whose it is. */
    String write(OrganizationId organization) {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        bytes.put(VERSION).put((byte) turn);
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            if (next[lane] > 0) {
                bytes.put((byte) lane);
                putNumber(bytes, next[lane]);
            }
        }
        byte[] content = Arrays.copyOf(bytes.array(), bytes.position());
        bytes.putInt(checksum(content, organization));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /**
     * Reads what {@link #write} gave.
     *
     * @throws DomainException.Invalid when it is anything else, or was given to another organization
     */
    static Cursor read(String text, OrganizationId organization) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            Cursor cursor = content(bytes);
            // one spelling only, and its checksum right
            if (cursor.write(organization).equals(text)) {
                return cursor;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException _) {
            // as wrong as the wrong checksum
        }
        throw new DomainException.Invalid("/cursor", "expected a cursor that this feed gave to this organization");
    }

    private static Cursor content(byte[] bytes) {
        ByteBuffer content = ByteBuffer.wrap(bytes, 0, bytes.length - Integer.BYTES);
        if (content.get() != VERSION) {
            throw new IllegalArgumentException("another version");
        }
        int turn = Objects.checkIndex(content.get(), Lane.COUNT);
        long[] next = new long[Lane.COUNT];
        while (content.hasRemaining()) {
            next[content.get()] = number(content);
        }
        return new Cursor(turn, next);
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

    private static int checksum(byte[] content, OrganizationId organization) {
        var checksum = new CRC32();
        checksum.update(content);
        checksum.update(organization.value().getBytes(UTF_8));
        return (int) checksum.getValue();
    }
}
