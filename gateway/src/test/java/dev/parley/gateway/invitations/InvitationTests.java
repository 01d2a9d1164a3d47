package dev.parley.gateway.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.gateway.invitations.InvitationCommand.Accept;
import dev.parley.gateway.invitations.InvitationCommand.Invite;
import dev.parley.gateway.invitations.InvitationCommand.Resend;
import dev.parley.gateway.invitations.InvitationCommand.Revoke;
import dev.parley.testkit.StateTable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvitationTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant END = NOW.plus(InvitationService.LIFETIME);

    @Test
    void answersEveryCommandInEveryState() {
        StateTable.of("invitation", Invitation::decide)
                .state("none", null)
                .state("open", invitation(null, null))
                .state("accepted", invitation(NOW, null))
                .state("revoked", invitation(null, NOW))
                .command("invite", new Invite(invitation(null, null), NOW))
                .command("resend", new Resend("other", END, NOW))
                .command("revoke", new Revoke(NOW))
                .command("accept", new Accept("hash", NOW))
                .command("accept at the end", new Accept("hash", END))
                .command("accept with a former link", new Accept("former", NOW))
                .matches();
    }

    @Test
    void saysHowItStands() {
        assertThat(invitation(null, null).stateAt(END.minusMillis(1))).isEqualTo("OPEN");
        assertThat(invitation(null, null).stateAt(END)).isEqualTo("EXPIRED");
        assertThat(invitation(NOW, null).stateAt(END)).isEqualTo("ACCEPTED");
        assertThat(invitation(null, NOW).stateAt(END)).isEqualTo("REVOKED");
        assertThat(invitation(null, null).toString()).isEqualTo("Invitation");
    }

    private static Invitation invitation(@Nullable Instant acceptedAt, @Nullable Instant revokedAt) {
        return new Invitation("sealed", Set.of(Role.RECRUITER), "hash", END, acceptedAt, revokedAt);
    }
}
