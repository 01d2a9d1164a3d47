package dev.parley.gateway.invitations;

import java.time.Instant;

/** What can be done with an invitation. */
sealed interface InvitationCommand {

    Instant at();

    /** Sends the first link. */
    record Invite(Invitation invitation, Instant at) implements InvitationCommand {}

    /** Sends another link in place of the former. */
    record Resend(String tokenHash, Instant expiresAt, Instant at) implements InvitationCommand {}

    /** Makes the link useless. */
    record Revoke(Instant at) implements InvitationCommand {}

    /** Uses the link with this hash. */
    record Accept(String tokenHash, Instant at) implements InvitationCommand {}
}
