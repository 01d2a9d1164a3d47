package dev.parley.gateway.setup;

import dev.parley.gateway.accounts.Person;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import dev.parley.platform.web.CorrelationFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Set-up of an empty installation. */
@RestController
@RequestMapping("/api/v1/setup")
class SetupController {

    private final SetupToken token;
    private final SetupClaim claim;
    private final SetupService service;
    private final Clock clock;

    SetupController(SetupToken token, SetupClaim claim, SetupService service, Clock clock) {
        this.token = token;
        this.claim = claim;
        this.service = service;
        this.clock = clock;
    }

    record State(boolean open) {}

    record Setup(
            @NotBlank String token,
            @NotBlank @Size(max = 100) String organization,
            @NotNull @Valid Person admin,
            @NotNull @Valid Person operator) {
        @Override
        public String toString() {
            return "Setup";
        }
    }

    @GetMapping
    @Access(anonymous = true)
    State state() {
        return new State(token.configured() && !claim.done());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(anonymous = true)
    SetupService.Made setUp(@Valid @RequestBody Setup request, HttpServletRequest http) {
        if (!token.matches(request.token())) {
            throw new DomainException.Forbidden("This is not the set-up token of this installation.");
        }
        if (request.admin()
                .email()
                .strip()
                .equalsIgnoreCase(request.operator().email().strip())) {
            throw new DomainException.Invalid("/operator/email", "expected another address than the admin's");
        }
        var origin = new Origin(
                service.organizationId(), "system", CorrelationFilter.of(http), null, false, clock.instant());
        return service.setUp(request.organization().strip(), request.admin(), request.operator(), origin);
    }
}
