package dev.parley.gateway.signin;

import dev.parley.gateway.accounts.Account;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Guesses;
import dev.parley.gateway.accounts.Passwords;
import dev.parley.gateway.devices.KnownBrowsers;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compares addresses and passwords. Whether the address is known changes neither the answer nor the work. */
@Component
class PasswordCheck {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Guesses guesses;
    private final KnownBrowsers browsers;

    PasswordCheck(Accounts accounts, Passwords passwords, Guesses guesses, KnownBrowsers browsers) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guesses = guesses;
        this.browsers = browsers;
    }

    /** Whose address and password these are; a hash made with former parameters is made anew while the password is here. */
    Optional<Aggregate<Account>> find(String email, String password, HttpServletRequest request, Origin origin) {
        String place = "sign-in/" + browsers.place(email, request);
        guesses.count(place);
        Optional<Aggregate<Account>> account = accounts.findByEmail(email);
        boolean right = passwords.matches(
                password, account.map(one -> one.state().passwordHash()).orElse(null));
        if (!right || account.isEmpty()) {
            return Optional.empty();
        }
        guesses.forget(place);
        accounts.renewHash(origin, account.get(), password);
        return account;
    }
}
