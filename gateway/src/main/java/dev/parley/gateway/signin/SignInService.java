package dev.parley.gateway.signin;

import dev.parley.gateway.accounts.Account;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Passwords;
import dev.parley.gateway.devices.SessionToken;
import dev.parley.gateway.devices.SignInSessions;
import dev.parley.gateway.organizations.Memberships;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.error.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Signing in with address and password. Nobody learns from answer or time which of them was wrong. */
@Service
class SignInService {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Memberships memberships;
    private final SignInSessions sessions;

    SignInService(Accounts accounts, Passwords passwords, Memberships memberships, SignInSessions sessions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.memberships = memberships;
        this.sessions = sessions;
    }

    /** Who signed in, and the token that proves it from now on. */
    record SignedIn(AccountId account, SessionToken token) {}

    SignedIn signIn(String email, String password, HttpServletRequest request) {
        Optional<Aggregate<Account>> account = accounts.findByEmail(email);
        boolean right = passwords.matches(
                password, account.map(one -> one.state().passwordHash()).orElse(null));
        AccountId id = account.filter(_ -> right)
                .filter(this::mayEnter)
                .map(one -> new AccountId(one.id()))
                .orElseThrow(() -> new DomainException.Unauthenticated("The address or the password is wrong."));
        return new SignedIn(id, sessions.open(id, false, request));
    }

    private boolean mayEnter(Aggregate<Account> account) {
        return account.state().operator()
                || !memberships.of(new AccountId(account.id())).isEmpty();
    }
}
