package dev.parley.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.AccountCommand.ChangePassword;
import dev.parley.gateway.accounts.AccountCommand.ConfirmSecret;
import dev.parley.gateway.accounts.AccountCommand.OfferSecret;
import dev.parley.gateway.accounts.AccountCommand.OpenAccount;
import dev.parley.gateway.accounts.AccountCommand.RemoveSecondFactor;
import dev.parley.gateway.accounts.AccountCommand.RenewHash;
import dev.parley.gateway.accounts.AccountCommand.RenewRecoveryCodes;
import dev.parley.gateway.accounts.AccountCommand.UseCode;
import dev.parley.gateway.accounts.AccountCommand.UseRecoveryCode;
import dev.parley.platform.aggregate.Change;
import dev.parley.testkit.StateTable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final UserId ADA = new UserId("22222222-2222-4222-8222-222222222222");
    private static final UserId BOB = new UserId("44444444-4444-4444-8444-444444444444");

    @Test
    void answersEveryCommandInEveryState() {
        Set<String> codes = Set.of("recovery");
        StateTable.of("account", Account::decide)
                .state("none", null)
                .state("opened for the same user", account(ADA))
                .state("opened for another user", account(BOB))
                .state("second factor offered", account(ADA, new SecondFactor("secret", false, 0, Set.of())))
                .state("second factor confirmed", account(ADA, new SecondFactor("secret", true, 7, codes)))
                .command("open", new OpenAccount(account(ADA)))
                .command("open by another attempt", new OpenAccount(account(ADA, null, "another")))
                .command("change password", new ChangePassword("other", NOW))
                .command("renew hash", new RenewHash("hash", "other"))
                .command("renew hash changed meanwhile", new RenewHash("former", "other"))
                .command("offer secret", new OfferSecret("another"))
                .command("confirm secret", new ConfirmSecret(7, codes))
                .command("use code", new UseCode(8))
                .command("use code again", new UseCode(7))
                .command("use recovery code", new UseRecoveryCode("recovery"))
                .command("use recovery code again", new UseRecoveryCode("used"))
                .command("renew recovery codes", new RenewRecoveryCodes(new UseCode(8), codes))
                .command("remove second factor", new RemoveSecondFactor(new UseCode(8)))
                .command("remove it with a used code", new RemoveSecondFactor(new UseCode(7)))
                .matches();
    }

    @Test
    void tellsNothingPersonalInItsTextForm() {
        assertThat(account(ADA).toString()).doesNotContain("lookup", "sealed", "Ada", "hash");
        assertThat(new Person("ada@acme.test", "Ada", "a long password").toString())
                .doesNotContain("ada", "Ada", "password");
    }

    @Test
    void renewsTheHashOfTheSamePasswordOnly() {
        Change<Account> renewed = Account.decide(account(ADA), new RenewHash("hash", "better"));
        Change<Account> late = Account.decide(account(ADA), new RenewHash("former", "better"));

        assertThat(renewed.privately().apply(account(ADA)).passwordHash()).isEqualTo("better");
        assertThat(late.privately().apply(account(ADA)).passwordHash()).isEqualTo("hash");
    }

    @Test
    void aRecoveryCodeIsUsedUp() {
        Account before = account(ADA, new SecondFactor("secret", true, 7, Set.of("one", "two")));

        Account after =
                Account.decide(before, new UseRecoveryCode("one")).privately().apply(before);

        assertThat(after.secondFactor()).isEqualTo(new SecondFactor("secret", true, 7, Set.of("two")));
    }

    private static Account account(UserId user) {
        return account(user, null);
    }

    private static Account account(UserId user, @Nullable SecondFactor factor) {
        return account(user, factor, "this");
    }

    private static Account account(UserId user, @Nullable SecondFactor factor, String attempt) {
        return new Account("lookup", "sealed", "Ada", "hash", false, user, new Opening(attempt, NOW), null, factor);
    }
}
