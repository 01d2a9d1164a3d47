package dev.parley.gateway.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.IdentityEvent.UserAdded;
import dev.parley.contracts.IdentityEvent.UserDeactivated;
import dev.parley.contracts.IdentityEvent.UserRolesChanged;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.organizations.UserCommand.AddUser;
import dev.parley.gateway.organizations.UserCommand.ChangeRoles;
import dev.parley.gateway.organizations.UserCommand.DeactivateUser;
import dev.parley.testkit.StateTable;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserTests {

    private static final UserId ID = new UserId("22222222-2222-4222-8222-222222222222");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final User.Profile ADA =
            new User.Profile(new AccountId("33333333-3333-4333-8333-333333333333"), "Ada");

    @Test
    void answersEveryCommandInEveryState() {
        StateTable.of("user", User::decide)
                .state("none", null)
                .state("active", anActive(Role.RECRUITER))
                .state("deactivated", new User(Set.of(), false, ADA))
                .command("add", new AddUser(ID, ADA, Set.of(Role.RECRUITER), NOW))
                .command("change to other roles", new ChangeRoles(ID, Set.of(Role.ADMIN), NOW))
                .command("change to the same roles", new ChangeRoles(ID, Set.of(Role.RECRUITER), NOW))
                .command("deactivate", new DeactivateUser(ID, NOW))
                .matches();
    }

    @Test
    void isAddedWithRolesForEverybodyAndAProfileForNobody() {
        var change = User.decide(null, new AddUser(ID, ADA, Set.of(Role.ADMIN), NOW));

        assertThat(change.events()).containsExactly(new UserAdded(ID, Set.of(Role.ADMIN), NOW));
        User evolved = User.evolve(null, change.events().getFirst());
        assertThat(evolved).isEqualTo(new User(Set.of(Role.ADMIN), true, null));
        assertThat(change.privately().apply(evolved)).isEqualTo(anActive(Role.ADMIN));
    }

    @Test
    void newRolesReplaceTheOldOnes() {
        User user = User.evolve(anActive(Role.RECRUITER), new UserRolesChanged(ID, Set.of(Role.INTERVIEWER), NOW));

        assertThat(user).isEqualTo(anActive(Role.INTERVIEWER));
    }

    @Test
    void deactivationTakesTheRoles() {
        User user = User.evolve(anActive(Role.ADMIN), new UserDeactivated(ID, NOW));

        assertThat(user).isEqualTo(new User(Set.of(), false, ADA));
    }

    private static User anActive(Role role) {
        return new User(Set.of(role), true, ADA);
    }
}
