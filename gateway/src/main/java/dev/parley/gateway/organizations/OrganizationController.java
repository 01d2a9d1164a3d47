package dev.parley.gateway.organizations;

import static dev.parley.contracts.Role.ADMIN;

import dev.parley.gateway.devices.SignInSession;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organization at hand. */
@RestController
@RequestMapping(OrganizationController.PATH)
class OrganizationController {

    static final String PATH = "/api/v1/organization";

    private final AggregateStore<Organization> organizations;
    private final OrganizationService service;
    private final Memberships memberships;

    OrganizationController(
            AggregateStore<Organization> organizations, OrganizationService service, Memberships memberships) {
        this.organizations = organizations;
        this.service = service;
        this.memberships = memberships;
    }

    record View(String id, long version, String name, boolean secondFactorRequired) {

        static View of(Aggregate<Organization> one) {
            return new View(
                    one.id(), one.version(), one.state().name(), one.state().secondFactorRequiredSince() != null);
        }
    }

    record Requirement(@NotNull @Nullable Boolean required) {}

    @GetMapping
    @Access(roles = ADMIN)
    ResponseEntity<View> get(Caller caller) {
        return Answers.of(
                organizations.get(caller.organization(), caller.organization().value()), View::of);
    }

    /** Only an ADMIN who has just shown one can ask others for a second factor: nobody is to lock themselves out. */
    @PutMapping("/second-factor")
    @Access(roles = ADMIN)
    ResponseEntity<CommandResult> require(
            CommandContext context, SignInSession current, @Valid @RequestBody Requirement request) {
        boolean required = Boolean.TRUE.equals(request.required());
        if (required && !current.hasSecondFactor()) {
            throw new DomainException.Conflict("Set up a second factor for yourself first, and sign in with it.");
        }
        Receipt receipt = service.require(context, required);
        memberships.forgetAll();
        return Answers.to(receipt, PATH);
    }
}
