package dev.parley.gateway.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.organizations.UserService;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is. */
@RestController
class MeController {

    private final Profiles profiles;
    private final UserService users;

    MeController(Profiles profiles, UserService users) {
        this.profiles = profiles;
        this.users = users;
    }

    /** What an API key may know about itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Key(String principalType, String id, @Nullable OrganizationId organizationId, SortedSet<String> scopes) {}

    /** Open to every caller there is: no role or scope is needed to ask for one's own. */
    @GetMapping("/api/v1/me")
    @Access(anonymous = true)
    ResponseEntity<?> me(Caller caller) {
        return ResponseEntity.ok(
                caller.type() == PrincipalType.USER
                        ? profiles.of(account(caller), caller.organizationId())
                        : new Key(
                                caller.type().claim(),
                                caller.principalId(),
                                caller.organizationId(),
                                new TreeSet<>(caller.scopes())));
    }

    private AccountId account(Caller caller) {
        return caller.organizationId() == null
                ? new AccountId(caller.principalId())
                : users.accountOf(caller.organizationId(), new UserId(caller.principalId()));
    }
}
