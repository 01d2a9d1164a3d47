package dev.parley.gateway.invitations;

import dev.parley.contracts.Role;
import dev.parley.gateway.invitations.InvitationCommand.Accept;
import dev.parley.gateway.invitations.InvitationCommand.Invite;
import dev.parley.gateway.invitations.InvitationCommand.Resend;
import dev.parley.gateway.invitations.InvitationCommand.Revoke;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

/**
 * Somebody asked to join an organization.
 *
 * @param email encrypted
 * @param tokenHash of what the link carries
 */
record Invitation(
        String email,
        Set<Role> roles,
        String tokenHash,
        Instant expiresAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant revokedAt) {

    static final AggregateType<Invitation> TYPE = AggregateType.silent(
            "invitations",
            Invitation.class,
            new Index().on("state.tokenHash", Direction.ASC).unique());

    Invitation {
        roles = Set.copyOf(roles);
    }

    static Change<Invitation> decide(@Nullable Invitation invitation, InvitationCommand command) {
        if (command instanceof Invite invite) {
            if (invitation != null) {
                throw new DomainException.Conflict("This invitation exists already.");
            }
            return Change.privately(_ -> invite.invitation());
        }
        if (invitation == null) {
            throw new DomainException.NotFound("invitation", "here");
        }
        invitation.mustBeOpen();
        return switch (command) {
            case Invite _ -> throw new IllegalStateException("made above");
            case Resend again -> Change.privately(one -> one.under(again.tokenHash(), again.expiresAt()));
            case Revoke revocation -> Change.privately(one -> one.ended(null, revocation.at()));
            case Accept acceptance -> invitation.accept(acceptance);
        };
    }

    private Change<Invitation> accept(Accept command) {
        if (!tokenHash.equals(command.tokenHash()) || !command.at().isBefore(expiresAt)) {
            throw new DomainException.Conflict("This link is too old: ask for another.");
        }
        return Change.privately(one -> one.ended(command.at(), null));
    }

    private void mustBeOpen() {
        if (acceptedAt != null) {
            throw new DomainException.Conflict("This invitation was accepted.");
        }
        if (revokedAt != null) {
            throw new DomainException.Conflict("This invitation was revoked.");
        }
    }

    String stateAt(Instant now) {
        if (acceptedAt != null) {
            return "ACCEPTED";
        }
        if (revokedAt != null) {
            return "REVOKED";
        }
        return now.isBefore(expiresAt) ? "OPEN" : "EXPIRED";
    }

    private Invitation under(String token, Instant until) {
        return new Invitation(email, roles, token, until, null, null);
    }

    private Invitation ended(@Nullable Instant accepted, @Nullable Instant revoked) {
        return new Invitation(email, roles, tokenHash, expiresAt, accepted, revoked);
    }

    @Override
    public String toString() {
        return "Invitation";
    }
}
