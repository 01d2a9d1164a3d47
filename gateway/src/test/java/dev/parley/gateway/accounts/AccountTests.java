package dev.parley.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.UserId;
import dev.parley.testkit.StateTable;
import org.junit.jupiter.api.Test;

class AccountTests {

    private static final UserId ADA = new UserId("22222222-2222-4222-8222-222222222222");
    private static final UserId BOB = new UserId("44444444-4444-4444-8444-444444444444");

    @Test
    void answersEveryCommandInEveryState() {
        StateTable.of("account", Account::open)
                .state("none", null)
                .state("opened for the same user", account(ADA))
                .state("opened for another user", account(BOB))
                .command("open", account(ADA))
                .matches();
    }

    @Test
    void tellsNothingPersonalInItsTextForm() {
        assertThat(account(ADA).toString()).doesNotContain("lookup", "sealed", "Ada", "hash");
        assertThat(new Person("ada@acme.test", "Ada", "a long password").toString())
                .doesNotContain("ada", "Ada", "password");
    }

    private static Account account(UserId user) {
        return new Account("lookup", "sealed", "Ada", "hash", false, user);
    }
}
