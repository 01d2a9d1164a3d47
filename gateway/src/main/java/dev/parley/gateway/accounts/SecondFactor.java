package dev.parley.gateway.accounts;

import dev.parley.platform.error.DomainException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person shows besides the password.
 *
 * @param secret shared with the person's authenticator; encrypted
 * @param confirmed whether the person has proved that the authenticator has it; until then nothing is asked of them
 * @param lastStep of the last code used; none at or before it is good again
 * @param recovery hashes of the codes left
 */
public record SecondFactor(String secret, boolean confirmed, long lastStep, Set<String> recovery) {

    public SecondFactor {
        recovery = Set.copyOf(recovery);
    }

    static SecondFactor offered(String secret) {
        return new SecondFactor(secret, false, 0, Set.of());
    }

    SecondFactor confirmed(long step, Set<String> codes) {
        return new SecondFactor(secret, true, step, codes);
    }

    SecondFactor used(long step) {
        if (step <= lastStep) {
            throw new DomainException.Conflict("This code was used already.");
        }
        return new SecondFactor(secret, confirmed, step, recovery);
    }

    SecondFactor without(String code) {
        if (!recovery.contains(code)) {
            throw new DomainException.Conflict("This is no recovery code, or it was used already.");
        }
        return new SecondFactor(
                secret,
                confirmed,
                lastStep,
                recovery.stream().filter(one -> !one.equals(code)).collect(Collectors.toSet()));
    }

    SecondFactor having(Set<String> codes) {
        return new SecondFactor(secret, confirmed, lastStep, codes);
    }

    @Override
    public String toString() {
        return "SecondFactor";
    }
}
