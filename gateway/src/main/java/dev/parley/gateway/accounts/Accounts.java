package dev.parley.gateway.accounts;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.AccountCommand.ChangePassword;
import dev.parley.gateway.accounts.AccountCommand.OpenAccount;
import dev.parley.gateway.accounts.AccountCommand.RenewHash;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.crypto.PersonalData;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Caller;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All accounts of the installation. */
@Component
public class Accounts {

    /** Accounts belong to no organization; this stands where documents name theirs. */
    public static final OrganizationId INSTALLATION = new OrganizationId("00000000-0000-8000-8000-000000000000");

    private static final String EMAIL = "email";

    private final AggregateStore<Account> store;
    private final PersonalData personal;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final DerivedIds ids;

    Accounts(AggregateStores stores, PersonalData personal, Passwords passwords, PasswordRules rules, DerivedIds ids) {
        this.store = stores.open(Account.TYPE);
        this.personal = personal;
        this.passwords = passwords;
        this.rules = rules;
        this.ids = ids;
    }

    /** The id an address leads to when its account is opened. */
    public AccountId idFor(String email) {
        return new AccountId(ids.of("account/" + lookup(email)));
    }

    /**
     * Opens an account; repeating the same attempt for the same user replaces what was given.
     *
     * @throws DomainException.Conflict when the address has an account already
     */
    public void open(Origin origin, AccountId id, Person person, UserId madeFor, boolean operator, String attempt) {
        mustBeGood(person);
        var account = new Account(
                lookup(person.email()),
                personal.of(INSTALLATION, id.value())
                        .encrypt(EMAIL, person.email().strip()),
                person.displayName().strip(),
                passwords.encode(person.password()),
                operator,
                madeFor,
                new Opening(attempt, origin.now()),
                null,
                null);
        try {
            carryOut(origin, id, _ -> new OpenAccount(account));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new DomainException.Conflict("A person with this address has an account already.");
            }
            throw e;
        }
    }

    /**
     * Lets a person pass whose password is long and hard to guess.
     *
     * @throws DomainException.Invalid otherwise
     */
    public void mustBeGood(Person person) {
        rules.check(person.password(), person.email(), person.displayName());
    }

    /**
     * Sets another password.
     *
     * @throws DomainException.Invalid when it is too short or easy to guess
     */
    public void changePassword(CommandContext context, AccountId id, String password) {
        String hash = hash(id, password);
        handle(context, id, _ -> new ChangePassword(hash, context.now()));
    }

    /** The same for a request that proves itself otherwise; the proof is used up once the password is found good. */
    public void changePassword(Origin origin, AccountId id, String password, Runnable proof) {
        String hash = hash(id, password);
        proof.run();
        carryOut(origin, id, _ -> new ChangePassword(hash, origin.now()));
    }

    /** Hashes a password that is right as it is done today, if its hash is an older one. */
    public void renewHash(Origin origin, Aggregate<Account> account, String password) {
        String former = account.state().passwordHash();
        if (passwords.isDated(former)) {
            String hash = passwords.encode(password);
            carryOut(origin, new AccountId(account.id()), _ -> new RenewHash(former, hash));
        }
    }

    private String hash(AccountId id, String password) {
        Aggregate<Account> account =
                find(id).orElseThrow(() -> new DomainException.Unauthenticated("The account is gone."));
        rules.check(password, emailOf(account), account.state().displayName());
        return passwords.encode(password);
    }

    /** Carries out what a request without an idempotency key leads to. */
    void carryOut(Origin origin, AccountId id, Function<@Nullable Account, AccountCommand> command) {
        store.carryOut(forInstallation(origin), id.value(), account -> Account.decide(account, command.apply(account)));
    }

    /** Carries out a person's command on their own account, whatever version they saw. */
    Receipt handle(CommandContext context, AccountId id, Function<Account, AccountCommand> command) {
        return store.handle(
                forInstallation(context), id.value(), account -> Account.decide(account, command.apply(account)));
    }

    public Optional<Aggregate<Account>> findByEmail(String email) {
        return store.findAnywhere(Filters.eq("state.emailLookup", lookup(email)));
    }

    public Optional<Aggregate<Account>> find(AccountId id) {
        return store.find(INSTALLATION, id.value());
    }

    /** The address, in the clear; for the person and their admins only. */
    public String emailOf(Aggregate<Account> account) {
        return personal.of(INSTALLATION, account.id())
                .decrypt(EMAIL, account.state().email());
    }

    private String lookup(String email) {
        return personal.lookup(INSTALLATION, EMAIL, email);
    }

    private static CommandContext forInstallation(CommandContext context) {
        Caller caller = context.caller();
        var here = new Caller(
                caller.principalId(),
                caller.type(),
                caller.roles(),
                caller.scopes(),
                INSTALLATION,
                caller.clientAddress());
        return new CommandContext(here, context.correlationId(), context.idempotencyKey(), null, context.now());
    }

    private static Origin forInstallation(Origin origin) {
        return new Origin(INSTALLATION, origin.actor(), origin.correlationId(), null, false, origin.now());
    }
}
