package dev.parley.gateway.signin;

import dev.parley.gateway.accounts.Account;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Passwords;
import dev.parley.gateway.accounts.SecondFactors;
import dev.parley.gateway.organizations.Memberships;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.error.DomainException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Recognizes people by what they know and have. Nobody learns from answer or time what of it was wrong. */
@Service
class SignInService {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final Memberships memberships;
    private final PendingSignIns pending;

    SignInService(
            Accounts accounts,
            Passwords passwords,
            SecondFactors secondFactors,
            Memberships memberships,
            PendingSignIns pending) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.memberships = memberships;
        this.pending = pending;
    }

    /**
     * The person with this address and password.
     *
     * @throws DomainException.Unauthenticated when there is none, or none who may enter
     */
    Aggregate<Account> byPassword(String email, String password) {
        Optional<Aggregate<Account>> account = accounts.findByEmail(email);
        boolean right = passwords.matches(
                password, account.map(one -> one.state().passwordHash()).orElse(null));
        return account.filter(_ -> right)
                .filter(this::mayEnter)
                .orElseThrow(() -> new DomainException.Unauthenticated("The address or the password is wrong."));
    }

    /** The person whose password this browser has shown and whose code this is. */
    AccountId byCode(String cookie, String code, Origin origin) {
        AccountId account = pending.attempt(cookie);
        try {
            secondFactors.use(origin, account, code);
        } catch (DomainException.Invalid e) {
            throw new DomainException.Unauthenticated("The code is wrong, or it was used already.");
        }
        pending.finish(cookie);
        return account;
    }

    private boolean mayEnter(Aggregate<Account> account) {
        return account.state().operator()
                || !memberships.of(new AccountId(account.id())).isEmpty();
    }
}
