package dev.parley.gateway.accounts;

import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
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
 */
public record Account(
        String emailLookup, String email, String displayName, String passwordHash, boolean operator, UserId madeFor) {

    static final AggregateType<Account> TYPE = AggregateType.silent(
            "accounts",
            Account.class,
            new Index().on("state.emailLookup", Direction.ASC).unique());

    /** Opens the account, or opens it again for the same user after an attempt that went no further. */
    static Change<Account> open(@Nullable Account former, Account opened) {
        if (former != null && !former.madeFor.equals(opened.madeFor)) {
            throw new DomainException.Conflict("A person with this address has an account already.");
        }
        return Change.privately(_ -> opened);
    }

    @Override
    public String toString() {
        return "Account made for " + madeFor;
    }
}
