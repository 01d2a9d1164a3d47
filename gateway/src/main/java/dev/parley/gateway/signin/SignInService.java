package dev.parley.gateway.signin;

import dev.parley.gateway.accounts.Account;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.SecondFactors;
import dev.parley.gateway.organizations.Memberships;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.error.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Recognizes people by what they know and have. Nobody learns from answer or time what of it was wrong. */
@Service
class SignInService {

    private final PasswordCheck passwords;
    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Memberships memberships;
    private final PendingSignIns pending;

    SignInService(
            PasswordCheck passwords,
            Accounts accounts,
            SecondFactors secondFactors,
            Memberships memberships,
            PendingSignIns pending) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.memberships = memberships;
        this.pending = pending;
    }

    /**
     * The person with this address and password.
     *
     * @throws DomainException.Unauthenticated when there is none, or none who may enter
     */
    Aggregate<Account> byPassword(String email, String password, HttpServletRequest request, Origin origin) {
        return passwords
                .find(email, password, request, origin)
                .filter(this::mayEnter)
                .orElseThrow(() -> new DomainException.Unauthenticated("The address or the password is wrong."));
    }

    /** The person whose password this browser has shown and whose code this is. */
    Aggregate<Account> byCode(String cookie, String code, Origin origin) {
        PendingSignIn half = pending.attempt(cookie);
        try {
            secondFactors.use(origin, half.account(), code);
        } catch (DomainException.Invalid e) {
            throw new DomainException.Unauthenticated("The code is wrong, or it was used already.");
        }
        pending.finish(cookie);
        return accounts.find(half.account())
                .filter(one -> Objects.equals(one.state().passwordChangedAt(), half.passwordChangedAt()))
                .orElseThrow(() -> new DomainException.Unauthenticated("The password was changed meanwhile."));
    }

    /** To be asked once the session is open: a password changed meanwhile has ended only the sessions it found. */
    boolean stillHolds(Aggregate<Account> account) {
        return accounts.find(new AccountId(account.id()))
                .map(one -> one.state().passwordChangedAt())
                .equals(Optional.ofNullable(account.state().passwordChangedAt()));
    }

    private boolean mayEnter(Aggregate<Account> account) {
        return account.state().operator()
                || !memberships.of(new AccountId(account.id())).isEmpty();
    }
}
