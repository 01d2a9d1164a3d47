package dev.parley.gateway.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;

/**
 * A set of texts in few bits: what was added is always found, what was not is found at a small, chosen rate.
 *
 * @param size in bits
 * @param hashes bits per text
 */
record BloomFilter(BitSet bits, int size, int hashes) {

    /** An empty filter for so many texts, wrong about others at this rate. */
    static BloomFilter of(int texts, double wrong) {
        double perText = -Math.log(wrong) / (Math.log(2) * Math.log(2));
        return new BloomFilter(new BitSet(), (int) Math.ceil(texts * perText), (int) Math.round(perText * Math.log(2)));
    }

    static BloomFilter read(DataInputStream from) throws IOException {
        int size = from.readInt();
        int hashes = from.readInt();
        return new BloomFilter(BitSet.valueOf(from.readAllBytes()), size, hashes);
    }

    void write(DataOutputStream to) throws IOException {
        to.writeInt(size);
        to.writeInt(hashes);
        to.write(bits.toByteArray());
    }

    void add(String text) {
        ByteBuffer hash = hash(text);
        for (int i = 0; i < hashes; i++) {
            bits.set(place(hash, i));
        }
    }

    boolean mayContain(String text) {
        ByteBuffer hash = hash(text);
        for (int i = 0; i < hashes; i++) {
            if (!bits.get(place(hash, i))) {
                return false;
            }
        }
        return true;
    }

    /** Two hashes make any number of them. */
    private int place(ByteBuffer hash, int i) {
        return (int) Math.floorMod(hash.getLong(0) + i * hash.getLong(Long.BYTES), (long) size);
    }

    private static ByteBuffer hash(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
