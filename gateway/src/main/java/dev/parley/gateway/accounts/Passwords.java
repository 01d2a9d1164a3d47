package dev.parley.gateway.accounts;

import dev.parley.platform.error.DomainException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.text.Normalizer;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and checks passwords, a few at a time. */
@Component
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2PasswordEncoder encoder;
    private final PasswordProperties properties;
    private final Semaphore turns;
    private final Timer hashing;
    private final String nobodys;

    Passwords(PasswordProperties properties, MeterRegistry meters) {
        int memory = (int) properties.memory().toKilobytes();
        this.encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, memory, properties.iterations());
        this.properties = properties;
        this.turns = new Semaphore(properties.atOnce(), true);
        this.hashing = Timer.builder("parley.passwords.hashing")
                .description("Waiting for a turn and hashing one password")
                .register(meters);
        this.nobodys = encode("the password of nobody");
    }

    String encode(String password) {
        return timed(() -> String.valueOf(encoder.encode(normal(password))));
    }

    /** Whether the password is right; without a hash to compare with, it takes the same time to say no. */
    public boolean matches(String password, @Nullable String hash) {
        boolean same = timed(() -> encoder.matches(normal(password), hash == null ? nobodys : hash));
        return same && hash != null;
    }

    /** Whether the hash cost less than one made now. */
    boolean isDated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** The same letters typed on different systems are the same password. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T timed(Supplier<T> work) {
        return Objects.requireNonNull(hashing.record(() -> inTurn(work)));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DomainException.Unavailable("Too many people sign in at this moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DomainException.Unavailable("The gateway is stopping.");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
