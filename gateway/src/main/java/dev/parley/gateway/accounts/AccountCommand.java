package dev.parley.gateway.accounts;

import java.time.Instant;
import java.util.Set;

/** What can be done with an account. Codes arrive here as what they were found to be, never as themselves. */
sealed interface AccountCommand {

    /** Opens the account, or opens it again for the same user after an attempt that went no further. */
    record OpenAccount(Account opened) implements AccountCommand {}

    /** Another password from now on. */
    record ChangePassword(String hash, Instant at) implements AccountCommand {
        @Override
        public String toString() {
            return "ChangePassword";
        }
    }

    /** The same password, hashed as it is done today; nothing when it was changed meanwhile. */
    record RenewHash(String former, String hash) implements AccountCommand {
        @Override
        public String toString() {
            return "RenewHash";
        }
    }

    /** Offers a secret, encrypted, that counts once it is confirmed. */
    record OfferSecret(String secret) implements AccountCommand {
        @Override
        public String toString() {
            return "OfferSecret";
        }
    }

    /** The authenticator has the secret: it showed the code of this step. */
    record ConfirmSecret(long step, Set<String> recovery) implements AccountCommand {
        public ConfirmSecret {
            recovery = Set.copyOf(recovery);
        }
    }

    /** Shows the second factor, and uses up what was shown. */
    sealed interface ShowSecondFactor extends AccountCommand {}

    /** The code of this step. */
    record UseCode(long step) implements ShowSecondFactor {}

    /** The recovery code with this hash. */
    record UseRecoveryCode(String hash) implements ShowSecondFactor {}

    /** Other recovery codes instead of those left. */
    record RenewRecoveryCodes(ShowSecondFactor shown, Set<String> recovery) implements AccountCommand {
        public RenewRecoveryCodes {
            recovery = Set.copyOf(recovery);
        }
    }

    /** Asks for nothing but the password again. */
    record RemoveSecondFactor(ShowSecondFactor shown) implements AccountCommand {}
}
