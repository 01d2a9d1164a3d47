package dev.parley.gateway.signin;

import dev.parley.gateway.accounts.Account;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.devices.KnownBrowsers;
import dev.parley.gateway.devices.SignInSessions;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.error.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Gives a browser its session, once it is known who sits before it. */
@Component
class BrowserSignIn {

    private final SignInService service;
    private final SignInSessions sessions;
    private final KnownBrowsers known;
    private final Profiles profiles;
    private final Accounts accounts;

    BrowserSignIn(
            SignInService service, SignInSessions sessions, KnownBrowsers known, Profiles profiles, Accounts accounts) {
        this.service = service;
        this.sessions = sessions;
        this.known = known;
        this.profiles = profiles;
        this.accounts = accounts;
    }

    ResponseEntity<Profile> signIn(Aggregate<Account> account, boolean secondFactor, HttpServletRequest request) {
        var id = new AccountId(account.id());
        ResponseCookie cookie = sessions.signIn(id, secondFactor, request);
        if (!service.stillHolds(account)) {
            sessions.revokeAll(id);
            throw new DomainException.Unauthenticated("The password was changed meanwhile.");
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(
                        HttpHeaders.SET_COOKIE,
                        PendingSignIns.COOKIE.removed(request).toString())
                .header(
                        HttpHeaders.SET_COOKIE,
                        known.remember(accounts.emailOf(account), request).toString())
                .body(profiles.of(id, null));
    }
}
