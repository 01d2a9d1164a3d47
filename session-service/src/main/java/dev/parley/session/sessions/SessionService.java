package dev.parley.session.sessions;

import dev.parley.contracts.Plan;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.SessionId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.session.applications.Application;
import dev.parley.session.applications.ApplicationService;
import dev.parley.session.candidates.FieldSealing;
import dev.parley.session.known.Knowledge;
import dev.parley.session.sessions.SessionCommand.CancelSession;
import dev.parley.session.sessions.SessionCommand.RescheduleSession;
import dev.parley.session.sessions.SessionCommand.ScheduleSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Carries out the commands on sessions: load, decide, save. */
@Service
public class SessionService {

    private final AggregateStore<Session> sessions;
    private final SessionQueries queries;
    private final ApplicationService applications;
    private final Knowledge knowledge;
    private final FieldSealing sealing;

    SessionService(
            AggregateStore<Session> sessions,
            SessionQueries queries,
            ApplicationService applications,
            Knowledge knowledge,
            FieldSealing sealing) {
        this.sessions = sessions;
        this.queries = queries;
        this.applications = applications;
        this.knowledge = knowledge;
        this.sealing = sealing;
    }

    Receipt schedule(CommandContext context, PlannedSession planned) {
        return sessions.create(context, id -> Session.decide(null, command(context, new SessionId(id), planned)));
    }

    private ScheduleSession command(CommandContext context, SessionId id, PlannedSession planned) {
        OrganizationId organization = context.organization();
        Application application = applications.getOpen(organization, planned.applicationId());
        Plan plan = knowledge.planForNew(organization, planned.kitId(), planned.kitVersion());
        return new ScheduleSession(
                id,
                planned.applicationId(),
                application.candidateId(),
                application.positionId(),
                panel(organization, planned, plan),
                plan,
                planned.scheduledFor(),
                planned.timeZone(),
                context.now());
    }

    private List<PanelMember> panel(OrganizationId organization, PlannedSession planned, Plan plan) {
        List<PanelMember> panel =
                planned.panel().stream().map(Panelist::toMember).toList();
        List<FieldError> errors = PanelRules.check(
                panel, plan, user -> knowledge.isInterviewer(organization, user), "expected an active INTERVIEWER");
        if (!errors.isEmpty()) {
            throw new DomainException.Invalid(errors);
        }
        return panel;
    }

    Receipt reschedule(CommandContext context, SessionId id, Instant scheduledFor) {
        var command = new RescheduleSession(id, scheduledFor, context.now());
        return sessions.handle(context.versioned(), id.value(), state -> Session.decide(state, command));
    }

    /** A command of the running interview: by those who plan, and by its panel. */
    Receipt conduct(CommandContext context, SessionCommand command) {
        // before versions are compared, whose refusal would tell that it exists
        queries.get(context.caller(), command.sessionId());
        return sessions.handle(
                context.versioned(), command.sessionId().value(), state -> Session.decide(state, command));
    }

    Receipt cancel(CommandContext context, SessionId id, String reason) {
        return sessions.handle(context.versioned(), id.value(), state -> {
            var candidate = state.scheduled().candidateId();
            String sealed = sealing.note(context.organization(), candidate, reason);
            return Session.decide(state, new CancelSession(id, sealed, context.now()));
        });
    }

    /** Which application an interview belongs to, if there is such an interview. */
    public Optional<ApplicationId> applicationOf(OrganizationId organization, SessionId id) {
        return sessions.find(organization, id.value())
                .map(session -> session.state().scheduled().applicationId());
    }

    /**
     * A past interview, all of its steps at once.
     *
     * @return when it was stored first
     * @throws DomainException.Conflict when another interview has this id
     */
    public Instant bringIn(Origin origin, SessionId id, List<SessionCommand> steps) {
        PastSession past = PastSession.of(steps);
        sessions.carryOut(origin, id.value(), state -> state == null ? Change.of(past.events()) : Change.of());
        Aggregate<Session> stored = sessions.get(origin.organizationId(), id.value());
        if (!stored.state().isSameInterview(past.state())) {
            throw new DomainException.Conflict("Another interview was brought in under this externalId before.");
        }
        return stored.createdAt();
    }
}
