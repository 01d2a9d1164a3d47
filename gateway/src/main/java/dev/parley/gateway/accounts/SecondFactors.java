package dev.parley.gateway.accounts;

import dev.parley.gateway.accounts.AccountCommand.ConfirmSecret;
import dev.parley.gateway.accounts.AccountCommand.OfferSecret;
import dev.parley.gateway.accounts.AccountCommand.RemoveSecondFactor;
import dev.parley.gateway.accounts.AccountCommand.RenewRecoveryCodes;
import dev.parley.gateway.accounts.AccountCommand.ShowSecondFactor;
import dev.parley.gateway.accounts.AccountCommand.UseCode;
import dev.parley.gateway.accounts.AccountCommand.UseRecoveryCode;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.crypto.PersonalData;
import dev.parley.platform.error.DomainException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Codes from an authenticator: set up, asked for, done without. Each wrong code counts as a guess. */
@Service
public class SecondFactors {

    private static final String FIELD = "second-factor";
    private static final int SECRET_LETTERS = 32;
    private static final Pattern CODE = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");

    private final Accounts accounts;
    private final PersonalData personal;
    private final Guesses guesses;

    SecondFactors(Accounts accounts, PersonalData personal, Guesses guesses) {
        this.accounts = accounts;
        this.personal = personal;
        this.guesses = guesses;
    }

    /** The address an authenticator reads the secret from; told once. */
    public record Offer(String secret, String uri) {
        @Override
        public String toString() {
            return "Offer";
        }
    }

    /** Offers a secret; absent when this is a repeat of a request that was answered before. */
    public Optional<Offer> offer(CommandContext context, AccountId id) {
        String secret = Base32.random(SECRET_LETTERS);
        String encrypted = personal.of(Accounts.INSTALLATION, id.value()).encrypt(FIELD, secret);
        accounts.handle(context, id, _ -> new OfferSecret(encrypted));
        Aggregate<Account> account = accounts.find(id).orElseThrow();
        return Optional.ofNullable(account.state().secondFactor())
                .filter(one -> one.secret().equals(encrypted))
                .map(_ -> new Offer(secret, uri(accounts.emailOf(account), secret)));
    }

    /** Makes the offered secret count; the recovery codes are absent when this is a repeat. */
    public Optional<List<String>> confirm(CommandContext context, AccountId id, String code) {
        var codes = RecoveryCodes.random();
        return guessing(id, () -> {
            accounts.handle(
                    context, id, account -> new ConfirmSecret(step(id, account, code, context.now()), codes.hashes()));
            return told(id, codes);
        });
    }

    /** Other recovery codes; absent when this is a repeat. */
    public Optional<List<String>> renewCodes(CommandContext context, AccountId id, String code) {
        var codes = RecoveryCodes.random();
        return guessing(id, () -> {
            accounts.handle(
                    context,
                    id,
                    account -> new RenewRecoveryCodes(shown(id, account, code, context.now()), codes.hashes()));
            return told(id, codes);
        });
    }

    public void remove(CommandContext context, AccountId id, String code) {
        guessing(
                id,
                () -> accounts.handle(
                        context, id, account -> new RemoveSecondFactor(shown(id, account, code, context.now()))));
    }

    /**
     * Uses up a code of the authenticator, or a recovery code.
     *
     * @throws DomainException.Invalid when it is neither, or used already
     */
    public void use(Origin origin, AccountId id, String code) {
        guessing(id, () -> {
            accounts.carryOut(origin, id, account -> shown(id, account, code, origin.now()));
            return id;
        });
    }

    private ShowSecondFactor shown(AccountId id, @Nullable Account account, String code, Instant now) {
        return CODE.matcher(code.strip()).matches()
                ? new UseCode(step(id, account, code, now))
                : new UseRecoveryCode(RecoveryCodes.hash(code));
    }

    private <T> T guessing(AccountId id, Supplier<T> attempt) {
        String key = "code/" + id;
        guesses.count(key);
        T result;
        try {
            result = attempt.get();
        } catch (DomainException.Conflict e) {
            throw wrong();
        }
        guesses.forget(key);
        return result;
    }

    private long step(AccountId id, @Nullable Account account, String code, Instant now) {
        SecondFactor factor = account == null ? null : account.secondFactor();
        if (factor == null) {
            throw new DomainException.Conflict("There is no second factor.");
        }
        byte[] secret =
                Base32.decode(personal.of(Accounts.INSTALLATION, id.value()).decrypt(FIELD, factor.secret()));
        OptionalLong step = Totp.match(secret, code.strip(), now, factor.lastStep());
        return step.orElseThrow(SecondFactors::wrong);
    }

    private Optional<List<String>> told(AccountId id, RecoveryCodes codes) {
        return accounts.find(id)
                .map(one -> one.state().secondFactor())
                .filter(one -> one.recovery().equals(codes.hashes()))
                .map(_ -> codes.codes());
    }

    private static DomainException wrong() {
        return new DomainException.Invalid("/code", "expected the code your authenticator shows now, not used before");
    }

    private static String uri(String email, String secret) {
        String label = URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Parley:" + label + "?secret=" + secret
                + "&issuer=Parley&algorithm=SHA1&digits=6&period=30";
    }
}
