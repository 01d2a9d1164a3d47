package dev.parley.gateway.accounts;

import dev.parley.platform.error.DomainException;
import org.springframework.stereotype.Component;

/** Asks for the password once more before what decides who gets in is changed: a session may be somebody else's hand. */
@Component
public class Reauthentication {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Guesses guesses;

    Reauthentication(Accounts accounts, Passwords passwords, Guesses guesses) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guesses = guesses;
    }

    /**
     * Goes on only with the person's password.
     *
     * @throws DomainException.Invalid with another
     * @throws DomainException.TooMany after too many others
     */
    public void check(AccountId id, String password) {
        check(id, password, "/password");
    }

    /** The same, for a request that gives the password under another name. */
    public void check(AccountId id, String password, String pointer) {
        String key = "own-password/" + id;
        guesses.count(key);
        String hash = accounts.find(id).map(one -> one.state().passwordHash()).orElse(null);
        if (!passwords.matches(password, hash)) {
            throw new DomainException.Invalid(pointer, "expected your current password");
        }
        guesses.forget(key);
    }
}
