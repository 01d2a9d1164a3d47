package dev.parley.gateway.recovery;

import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Reauthentication;
import dev.parley.gateway.devices.SignInSession;
import dev.parley.gateway.devices.SignInSessions;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.security.Access;
import dev.parley.platform.web.CorrelationFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changing and resetting passwords. */
@RestController
@RequestMapping("/api/v1")
class PasswordController {

    private final PasswordService service;
    private final Reauthentication reauthentication;
    private final SignInSessions sessions;
    private final Clock clock;

    PasswordController(
            PasswordService service, Reauthentication reauthentication, SignInSessions sessions, Clock clock) {
        this.service = service;
        this.reauthentication = reauthentication;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The current password and the one to take its place. */
    record Change(
            @NotBlank @Size(max = 200) String current,
            @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Change";
        }
    }

    record Address(@NotBlank @Size(max = 254) String email) {
        @Override
        public String toString() {
            return "Address";
        }
    }

    record Completion(
            @NotBlank @Size(max = 100) String token,
            @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Completion";
        }
    }

    /** Signs the person out everywhere but here. */
    @PostMapping("/me/password")
    @Access(person = true)
    ResponseEntity<Void> change(
            CommandContext context,
            SignInSession current,
            HttpServletRequest http,
            @Valid @RequestBody Change request) {
        reauthentication.check(current.account(), request.current(), "/current");
        service.change(context, current.account(), request.password());
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        sessions.renew(current, current.hasSecondFactor(), http).toString())
                .build();
    }

    @PostMapping("/password-reset")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(anonymous = true)
    void request(@Valid @RequestBody Address request) {
        service.request(request.email());
    }

    @PostMapping("/password-reset/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(anonymous = true)
    void complete(@Valid @RequestBody Completion request, HttpServletRequest http) {
        var origin =
                new Origin(Accounts.INSTALLATION, "system", CorrelationFilter.of(http), null, false, clock.instant());
        service.complete(origin, request.token(), request.password());
    }
}
