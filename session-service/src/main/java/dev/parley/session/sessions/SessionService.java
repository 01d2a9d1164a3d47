package dev.parley.session.sessions;

import dev.parley.contracts.Plan;
import dev.parley.contracts.Role;
import dev.parley.contracts.SessionEvent.PanelMember;
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
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import dev.parley.session.applications.Application;
import dev.parley.session.applications.ApplicationService;
import dev.parley.session.known.Knowledge;
import dev.parley.session.sessions.SessionCommand.ScheduleSession;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Carries out the commands on sessions: load, decide, save. */
@Service
public class SessionService {

    private final AggregateStore<Session> sessions;
    private final ApplicationService applications;
    private final Knowledge knowledge;

    SessionService(AggregateStore<Session> sessions, ApplicationService applications, Knowledge knowledge) {
        this.sessions = sessions;
        this.applications = applications;
        this.knowledge = knowledge;
    }

    Receipt schedule(CommandContext context, PlannedSession planned) {
        OrganizationId organization = context.organization();
        Application application =
                applications.get(organization, planned.applicationId()).state();
        if (application.outcome() != null) {
            throw new DomainException.Conflict("The application ended with " + application.outcome() + ".");
        }
        Plan plan = knowledge.plan(organization, planned.kitId(), planned.kitVersion());
        if (knowledge.isArchived(organization, planned.kitId())) {
            throw new DomainException.Conflict("The kit is archived; plan from another one.");
        }
        checkPanel(organization, planned.panel(), plan);
        return sessions.create(
                context,
                id -> Session.decide(
                        null,
                        new ScheduleSession(
                                new SessionId(id),
                                planned.applicationId(),
                                application.candidateId(),
                                application.positionId(),
                                planned.panel(),
                                plan,
                                planned.scheduledFor(),
                                planned.timeZone(),
                                context.now())));
    }

    /** A planning command: by those who plan. */
    Receipt handle(CommandContext context, SessionCommand command) {
        return sessions.handle(
                context.versioned(), command.sessionId().value(), state -> Session.decide(state, command));
    }

    /** A command of the running interview: by those who plan, and by its panel. */
    Receipt conduct(CommandContext context, SessionCommand command) {
        return sessions.handle(context.versioned(), command.sessionId().value(), state -> {
            requireSight(context.caller(), command.sessionId(), state);
            return Session.decide(state, command);
        });
    }

    /**
     * A past interview, all of its steps at once.
     *
     * @return false when the session exists already
     */
    public boolean bringIn(Origin origin, SessionId id, List<SessionCommand> steps) {
        if (sessions.find(origin.organizationId(), id.value()).isPresent()) {
            return false;
        }
        sessions.carryOut(origin, id.value(), state -> state == null ? Session.steps(steps) : Change.of());
        return true;
    }

    /** The session, for those who may see it. */
    Aggregate<Session> get(Caller caller, SessionId id) {
        Aggregate<Session> session = sessions.get(caller.organization(), id.value());
        requireSight(caller, id, session.state());
        return session;
    }

    /** Interviewers see their own interviews; for them others do not exist. */
    private static void requireSight(Caller caller, SessionId id, Session session) {
        boolean all = caller.type() != PrincipalType.USER || caller.has(Role.ADMIN) || caller.has(Role.RECRUITER);
        if (!all && !session.hasOnPanel(caller.user())) {
            throw new DomainException.NotFound("session", id.value());
        }
    }

    /**
     * Says what is wrong with a panel.
     *
     * @throws DomainException.Invalid with pointers below {@code /panel}
     */
    public void checkPanel(OrganizationId organization, List<PanelMember> panel, Plan plan) {
        List<FieldError> errors = new ArrayList<>();
        if (panel.size() < plan.minimumPanel()) {
            errors.add(new FieldError("/panel", "this kit needs a panel of at least " + plan.minimumPanel()));
        }
        if (panel.stream().filter(PanelMember::lead).count() != 1) {
            errors.add(new FieldError("/panel", "expected exactly one lead"));
        }
        if (panel.stream().map(PanelMember::userId).distinct().count() != panel.size()) {
            errors.add(new FieldError("/panel", "a person can be on the panel once"));
        }
        for (int i = 0; i < panel.size(); i++) {
            if (!knowledge.isInterviewer(organization, panel.get(i).userId())) {
                errors.add(new FieldError("/panel/" + i + "/userId", "expected an active INTERVIEWER"));
            }
        }
        if (!errors.isEmpty()) {
            throw new DomainException.Invalid(errors);
        }
    }
}
