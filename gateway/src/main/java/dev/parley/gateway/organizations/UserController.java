package dev.parley.gateway.organizations;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.INTERVIEWER;
import static dev.parley.contracts.Role.RECRUITER;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Person;
import dev.parley.gateway.devices.SignInSessions;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people of an organization. */
@RestController
@RequestMapping(UserController.PATH)
class UserController {

    static final String PATH = "/api/v1/users";
    private static final String WRITE = "identity:write";
    private static final String READ = "identity:read";

    private final AggregateStore<User> users;
    private final UserService service;
    private final Accounts accounts;
    private final SignInSessions sessions;

    UserController(AggregateStore<User> users, UserService service, Accounts accounts, SignInSessions sessions) {
        this.users = users;
        this.service = service;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    record NewUser(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 100) String displayName,
            @NotNull @Size(min = 12, max = 128) String password,
            @NotEmpty Set<Role> roles) {

        Person person() {
            return new Person(email, displayName, password);
        }

        @Override
        public String toString() {
            return "NewUser";
        }
    }

    record NewRoles(@NotEmpty Set<Role> roles) {}

    /** A user; the address is shown to those who manage people, and only one at a time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            long version,
            String displayName,
            @Nullable String email,
            SortedSet<Role> roles,
            boolean active) {

        static View of(Aggregate<User> one) {
            return with(one, null);
        }

        static View with(Aggregate<User> one, @Nullable String email) {
            User user = one.state();
            return new View(
                    one.id(),
                    one.version(),
                    user.person().displayName(),
                    email,
                    new TreeSet<>(user.roles()),
                    user.active());
        }
    }

    @PostMapping
    @Access(roles = ADMIN, scope = WRITE)
    ResponseEntity<CommandResult> add(CommandContext context, @Valid @RequestBody NewUser request) {
        return Answers.to(
                service.add(context, request.person(), GrantableRoles.checked(context.caller(), request.roles())),
                PATH);
    }

    @GetMapping
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = READ)
    ResponseEntity<Page<View>> list(Caller caller, PageRequest page) {
        return users.list(caller.organization(), page).map(View::of).toResponse();
    }

    @GetMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = READ)
    ResponseEntity<View> get(Caller caller, @PathVariable UserId id) {
        boolean withAddress = caller.has(ADMIN) || caller.scopes().contains(WRITE);
        return Answers.of(
                users.get(caller.organization(), id.value()),
                user -> withAddress ? View.with(user, address(user)) : View.of(user));
    }

    @PutMapping("/{id}/roles")
    @Access(roles = ADMIN, scope = WRITE)
    ResponseEntity<CommandResult> changeRoles(
            CommandContext context, @PathVariable UserId id, @Valid @RequestBody NewRoles request) {
        return Answers.to(
                service.changeRoles(context, id, GrantableRoles.checked(context.caller(), request.roles())), PATH);
    }

    /** Signs the person out everywhere, even where they belong to another organization too. */
    @PostMapping("/{id}/deactivation")
    @Access(roles = ADMIN, scope = WRITE)
    ResponseEntity<CommandResult> deactivate(CommandContext context, @PathVariable UserId id) {
        Receipt receipt = service.deactivate(context, id);
        sessions.revokeAll(service.accountOf(context.organization(), id));
        return Answers.to(receipt, PATH);
    }

    private @Nullable String address(Aggregate<User> user) {
        return accounts.find(user.state().person().account())
                .map(accounts::emailOf)
                .orElse(null);
    }
}
