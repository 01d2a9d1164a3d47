package dev.parley.gateway.invitations;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.Role;
import dev.parley.gateway.devices.SessionToken;
import dev.parley.gateway.invitations.InvitationCommand.Accept;
import dev.parley.gateway.invitations.InvitationCommand.Invite;
import dev.parley.gateway.invitations.InvitationCommand.Resend;
import dev.parley.gateway.invitations.InvitationCommand.Revoke;
import dev.parley.gateway.mail.Mail;
import dev.parley.gateway.mail.Mail.Letter;
import dev.parley.gateway.organizations.OrganizationService;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.crypto.PersonalData;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.CrossTenant;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The invitations of an organization, and the letters with their links. */
@Service
class InvitationService {

    static final Duration LIFETIME = Duration.ofHours(72);
    private static final String EMAIL = "email";

    private final AggregateStore<Invitation> store;
    private final PersonalData personal;
    private final OrganizationService organizations;
    private final Mail mail;

    InvitationService(AggregateStores stores, PersonalData personal, OrganizationService organizations, Mail mail) {
        this.store = stores.open(Invitation.TYPE);
        this.personal = personal;
        this.organizations = organizations;
        this.mail = mail;
    }

    /**
     * An invitation that was sent.
     *
     * @param link only where no letter can leave, and not for a repeat of the request
     */
    record Sent(Receipt receipt, @Nullable String link) {
        @Override
        public String toString() {
            return "Sent";
        }
    }

    Sent invite(CommandContext context, String email, Set<Role> roles) {
        var token = SessionToken.random();
        Receipt receipt = store.create(
                context, id -> Invitation.decide(null, invitation(context.origin(), id, email, roles, token)));
        return sent(context.origin(), receipt, token);
    }

    /** The same for whoever makes the organization itself; repeating it sends nothing again. */
    Sent invite(Origin origin, String id, String email, Set<Role> roles) {
        var token = SessionToken.random();
        if (store.find(origin.organizationId(), id).isEmpty()) {
            store.carryOut(
                    origin, id, former -> Invitation.decide(former, invitation(origin, id, email, roles, token)));
        }
        return sent(origin, new Receipt(id, 1, 201), token);
    }

    Sent resend(CommandContext context, String id) {
        var token = SessionToken.random();
        var again = new Resend(token.hash(), context.now().plus(LIFETIME), context.now());
        Receipt receipt = store.handle(context.merging(), id, one -> Invitation.decide(one, again));
        return sent(context.origin(), receipt, token);
    }

    Receipt revoke(CommandContext context, String id) {
        return store.handle(context.merging(), id, one -> Invitation.decide(one, new Revoke(context.now())));
    }

    Page<Aggregate<Invitation>> list(Caller caller, PageRequest page) {
        return store.list(caller.organization(), page);
    }

    Aggregate<Invitation> get(Caller caller, String id) {
        return store.get(caller.organization(), id);
    }

    /**
     * The invitation a link belongs to; using it is another step.
     *
     * @throws DomainException.Invalid when there is none
     */
    @CrossTenant("a link names no organization; its secret leads to one")
    Aggregate<Invitation> byToken(String token) {
        return store.findAnywhere(Filters.eq("state.tokenHash", new SessionToken(token).hash()))
                .orElseThrow(() -> new DomainException.Invalid("/token", "this link leads nowhere: ask for another"));
    }

    /** Uses the link; of several at the same moment, one does. */
    void use(Origin origin, Aggregate<Invitation> invitation) {
        store.carryOut(
                origin,
                invitation.id(),
                one -> Invitation.decide(one, new Accept(invitation.state().tokenHash(), origin.now())));
    }

    String emailOf(Aggregate<Invitation> one) {
        return personal.of(one.organizationId(), one.id())
                .decrypt(EMAIL, one.state().email());
    }

    private Invite invitation(Origin origin, String id, String email, Set<Role> roles, SessionToken token) {
        String encrypted = personal.of(origin.organizationId(), id).encrypt(EMAIL, email.strip());
        return new Invite(
                new Invitation(encrypted, roles, token.hash(), origin.now().plus(LIFETIME), null, null), origin.now());
    }

    private Sent sent(Origin origin, Receipt receipt, SessionToken token) {
        Aggregate<Invitation> stored = store.get(origin.organizationId(), receipt.id());
        if (!stored.state().tokenHash().equals(token.hash())) {
            return new Sent(receipt, null);
        }
        String link = mail.link("/invitation", token.value());
        var letter = new Letter(
                emailOf(stored),
                "You are invited to Parley",
                organizations.name(origin.organizationId()) + " invites you. To join, open this link within "
                        + LIFETIME.toHours() + " hours:\n\n" + link);
        if (mail.leaves()) {
            mail.later(() -> mail.send(letter));
            return new Sent(receipt, null);
        }
        return new Sent(receipt, link);
    }
}
