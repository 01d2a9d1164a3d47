package dev.parley.gateway.accounts;

import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.AccountCommand.ChangePassword;
import dev.parley.gateway.accounts.AccountCommand.ConfirmSecret;
import dev.parley.gateway.accounts.AccountCommand.OfferSecret;
import dev.parley.gateway.accounts.AccountCommand.OpenAccount;
import dev.parley.gateway.accounts.AccountCommand.RemoveSecondFactor;
import dev.parley.gateway.accounts.AccountCommand.RenewHash;
import dev.parley.gateway.accounts.AccountCommand.RenewRecoveryCodes;
import dev.parley.gateway.accounts.AccountCommand.ShowSecondFactor;
import dev.parley.gateway.accounts.AccountCommand.UseCode;
import dev.parley.gateway.accounts.AccountCommand.UseRecoveryCode;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

/**
 * A person's credential. What the person may do is in the organizations they belong to.
 *
 * @param emailLookup keyed hash of the address; unique
 * @param email encrypted
 * @param operator whether the person runs the installation
 * @param madeFor the user it was opened for; until that one exists, opening may be repeated
 * @param opening who opened it, as long as nobody else may; absent where a former version did
 * @param passwordChangedAt absent while it is the first one
 * @param secondFactor absent while none was ever offered
 */
public record Account(
        String emailLookup,
        String email,
        String displayName,
        String passwordHash,
        boolean operator,
        UserId madeFor,
        @Nullable Opening opening,
        @Nullable Instant passwordChangedAt,
        @Nullable SecondFactor secondFactor) {

    static final AggregateType<Account> TYPE = AggregateType.silent(
            "accounts",
            Account.class,
            new Index().on("state.emailLookup", Direction.ASC).unique());

    /** Whether the password alone does not let the person in. */
    public boolean hasSecondFactor() {
        return secondFactor != null && secondFactor.confirmed();
    }

    static Change<Account> decide(@Nullable Account account, AccountCommand command) {
        if (command instanceof OpenAccount(Account opened)) {
            return open(account, opened);
        }
        if (account == null) {
            throw new DomainException.Unauthenticated("The account is gone.");
        }
        return switch (command) {
            case OpenAccount _ -> throw new IllegalStateException("opened above");
            case ChangePassword change -> Change.privately(one -> one.with(change.hash(), change.at()));
            case RenewHash renewal
            when account.passwordHash.equals(renewal.former()) ->
                Change.privately(one -> one.with(renewal.hash(), one.passwordChangedAt));
            case RenewHash _ -> Change.of();
            case OfferSecret offer -> account.offer(offer);
            case ConfirmSecret confirmation -> account.confirm(confirmation);
            case ShowSecondFactor shown -> account.become(account.spending(shown));
            case RenewRecoveryCodes renewal ->
                account.become(account.spending(renewal.shown()).having(renewal.recovery()));
            case RemoveSecondFactor removal -> account.remove(removal);
        };
    }

    private static Change<Account> open(@Nullable Account former, Account opened) {
        if (former != null && !former.canBeOpenedAs(opened)) {
            throw new DomainException.Conflict("A person with this address has an account already.");
        }
        return Change.privately(_ -> opened);
    }

    private boolean canBeOpenedAs(Account opened) {
        return madeFor.equals(opened.madeFor)
                && (opening == null || opened.opening == null || opening.isOverFor(opened.opening));
    }

    private Change<Account> offer(OfferSecret command) {
        if (hasSecondFactor()) {
            throw new DomainException.Conflict("There is a second factor already: remove it first.");
        }
        return become(SecondFactor.offered(command.secret()));
    }

    private Change<Account> confirm(ConfirmSecret command) {
        if (secondFactor == null || secondFactor.confirmed()) {
            throw new DomainException.Conflict("There is no second factor to confirm.");
        }
        return become(secondFactor.confirmed(command.step(), command.recovery()));
    }

    private SecondFactor spending(ShowSecondFactor shown) {
        return switch (shown) {
            case UseCode(long step) -> active().used(step);
            case UseRecoveryCode(String hash) -> active().without(hash);
        };
    }

    private Change<Account> remove(RemoveSecondFactor command) {
        spending(command.shown());
        return Change.privately(one -> one.with((SecondFactor) null));
    }

    private SecondFactor active() {
        return Optional.ofNullable(secondFactor)
                .filter(SecondFactor::confirmed)
                .orElseThrow(() -> new DomainException.Conflict("There is no second factor."));
    }

    private Change<Account> become(SecondFactor other) {
        return Change.privately(one -> one.with(other));
    }

    private Account with(@Nullable SecondFactor other) {
        return new Account(
                emailLookup, email, displayName, passwordHash, operator, madeFor, opening, passwordChangedAt, other);
    }

    private Account with(String hash, @Nullable Instant changedAt) {
        return new Account(emailLookup, email, displayName, hash, operator, madeFor, opening, changedAt, secondFactor);
    }

    @Override
    public String toString() {
        return "Account made for " + madeFor;
    }
}
