package dev.parley.gateway.signin;

import dev.parley.gateway.accounts.Account;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.devices.SessionCookie;
import dev.parley.gateway.devices.SignInSessions;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import dev.parley.platform.web.CorrelationFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. Who has a second factor gets 202 for the password and is signed in by the code. */
@RestController
@RequestMapping("/api/v1")
class SignInController {

    private final SignInService service;
    private final BrowserSignIn browsers;
    private final SignInSessions sessions;
    private final PendingSignIns pending;
    private final Clock clock;

    SignInController(
            SignInService service,
            BrowserSignIn browsers,
            SignInSessions sessions,
            PendingSignIns pending,
            Clock clock) {
        this.service = service;
        this.browsers = browsers;
        this.sessions = sessions;
        this.pending = pending;
        this.clock = clock;
    }

    record Credentials(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    record Code(@NotBlank @Size(max = 60) String code) {
        @Override
        public String toString() {
            return "Code";
        }
    }

    /** What is asked for next. */
    record Next(String next) {}

    @PostMapping("/sign-in")
    @Access(anonymous = true)
    ResponseEntity<?> signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        Aggregate<Account> account =
                service.byPassword(credentials.email(), credentials.password(), request, origin(request));
        if (!account.state().hasSecondFactor()) {
            return browsers.signIn(account, false, request);
        }
        var cookie = PendingSignIns.COOKIE.carrying(pending.open(account).value(), PendingSignIns.LIFETIME, request);
        return ResponseEntity.accepted()
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .body(new Next("code"));
    }

    @PostMapping("/sign-in/code")
    @Access(anonymous = true)
    ResponseEntity<?> showCode(@Valid @RequestBody Code code, HttpServletRequest request) {
        String cookie = PendingSignIns.COOKIE
                .of(request)
                .orElseThrow(() -> new DomainException.Unauthenticated("Start again with the password."));
        return browsers.signIn(service.byCode(cookie, code.code(), origin(request)), true, request);
    }

    @PostMapping("/sign-out")
    @Access(anonymous = true)
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        SessionCookie.of(request).ifPresent(sessions::revoke);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.removed(request).toString())
                .build();
    }

    private Origin origin(HttpServletRequest request) {
        return new Origin(Accounts.INSTALLATION, "system", CorrelationFilter.of(request), null, false, clock.instant());
    }
}
