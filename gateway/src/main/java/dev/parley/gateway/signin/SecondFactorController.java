package dev.parley.gateway.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.gateway.accounts.Account;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Reauthentication;
import dev.parley.gateway.accounts.SecondFactors;
import dev.parley.gateway.accounts.SecondFactors.Offer;
import dev.parley.gateway.devices.SignInSession;
import dev.parley.gateway.devices.SignInSessions;
import dev.parley.gateway.organizations.Membership;
import dev.parley.gateway.organizations.Memberships;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own authenticator. Every change needs the password; a session alone may be somebody else's hand. */
@RestController
@RequestMapping("/api/v1/me/second-factor")
class SecondFactorController {

    private final SecondFactors factors;
    private final Reauthentication reauthentication;
    private final Accounts accounts;
    private final Memberships memberships;
    private final SignInSessions sessions;

    SecondFactorController(
            SecondFactors factors,
            Reauthentication reauthentication,
            Accounts accounts,
            Memberships memberships,
            SignInSessions sessions) {
        this.factors = factors;
        this.reauthentication = reauthentication;
        this.accounts = accounts;
        this.memberships = memberships;
        this.sessions = sessions;
    }

    /**
     * How things are.
     *
     * @param required whether an organization the caller belongs to asks for it
     * @param shown whether this session began with it
     */
    record State(boolean enabled, int recoveryCodesLeft, boolean required, boolean shown) {}

    record Password(@NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Password";
        }
    }

    record Code(@NotBlank @Size(max = 60) String code) {
        @Override
        public String toString() {
            return "Code";
        }
    }

    record Both(
            @NotBlank @Size(max = 200) String password,
            @NotBlank @Size(max = 60) String code) {
        @Override
        public String toString() {
            return "Both";
        }
    }

    /** Told once; a repeat of the request gets the same without the codes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Codes(@Nullable List<String> recoveryCodes) {}

    @GetMapping
    @Access(person = true)
    State state(SignInSession current) {
        Optional<Account> account = accounts.find(current.account()).map(one -> one.state());
        var factor = account.filter(Account::hasSecondFactor).map(Account::secondFactor);
        return new State(
                factor.isPresent(),
                factor.map(one -> one.recovery().size()).orElse(0),
                memberships.of(current.account()).stream().anyMatch(Membership::needsSecondFactor),
                current.hasSecondFactor());
    }

    @PostMapping
    @Access(person = true)
    ResponseEntity<Offer> offer(CommandContext context, SignInSession current, @Valid @RequestBody Password request) {
        reauthentication.check(current.account(), request.password());
        return factors.offer(context, current.account())
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** This browser has shown the second factor by that, so its session changes with it. */
    @PostMapping("/confirmation")
    @Access(person = true)
    ResponseEntity<Codes> confirm(
            CommandContext context, SignInSession current, HttpServletRequest http, @Valid @RequestBody Code request) {
        AccountId id = current.account();
        Optional<List<String>> codes = factors.confirm(context, id, request.code());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        sessions.renew(current, true, http).toString())
                .body(new Codes(codes.orElse(null)));
    }

    @PostMapping("/recovery-codes")
    @Access(person = true)
    Codes renewCodes(CommandContext context, SignInSession current, @Valid @RequestBody Both request) {
        reauthentication.check(current.account(), request.password());
        return new Codes(
                factors.renewCodes(context, current.account(), request.code()).orElse(null));
    }

    @PostMapping("/removal")
    @Access(person = true)
    ResponseEntity<Void> remove(
            CommandContext context, SignInSession current, HttpServletRequest http, @Valid @RequestBody Both request) {
        reauthentication.check(current.account(), request.password());
        factors.remove(context, current.account(), request.code());
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        sessions.renew(current, false, http).toString())
                .build();
    }
}
