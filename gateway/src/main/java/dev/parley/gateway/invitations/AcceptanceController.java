package dev.parley.gateway.invitations;

import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.devices.CurrentSession;
import dev.parley.gateway.devices.SignInSession;
import dev.parley.gateway.invitations.Acceptances.Joined;
import dev.parley.gateway.invitations.Acceptances.Newcomer;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.security.Access;
import dev.parley.platform.web.CorrelationFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The other end of an invitation's link. */
@RestController
class AcceptanceController {

    private final Acceptances acceptances;
    private final Clock clock;

    AcceptanceController(Acceptances acceptances, Clock clock) {
        this.acceptances = acceptances;
        this.clock = clock;
    }

    /** Name and password are for people without an account; others sign in before. */
    record Acceptance(
            @NotBlank @Size(max = 100) String token,
            @Nullable @Size(min = 1, max = 100) String displayName,
            @Nullable @Size(min = 12, max = 128) String password) {

        @Nullable
        Newcomer newcomer() {
            return displayName == null || displayName.isBlank() || password == null
                    ? null
                    : new Newcomer(displayName, password);
        }

        @Override
        public String toString() {
            return "Acceptance";
        }
    }

    @PostMapping("/api/v1/invitations/acceptance")
    @Access(anonymous = true)
    Joined accept(@Valid @RequestBody Acceptance request, HttpServletRequest http) {
        var origin =
                new Origin(Accounts.INSTALLATION, "system", CorrelationFilter.of(http), null, false, clock.instant());
        var signedIn =
                http.getAttribute(CurrentSession.ATTRIBUTE) instanceof SignInSession session ? session.account() : null;
        return acceptances.accept(request.token(), origin, signedIn, request.newcomer());
    }
}
