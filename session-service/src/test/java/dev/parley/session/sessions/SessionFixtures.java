package dev.parley.session.sessions;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.Plan;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Change;
import dev.parley.session.sessions.SessionCommand.CancelSession;
import dev.parley.session.sessions.SessionCommand.CompleteSession;
import dev.parley.session.sessions.SessionCommand.FollowDecision;
import dev.parley.session.sessions.SessionCommand.MarkNoShow;
import dev.parley.session.sessions.SessionCommand.PauseSession;
import dev.parley.session.sessions.SessionCommand.RescheduleSession;
import dev.parley.session.sessions.SessionCommand.ResumeSession;
import dev.parley.session.sessions.SessionCommand.ScheduleSession;
import dev.parley.session.sessions.SessionCommand.StartSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sessions in every state, each reached by the commands that lead there. */
final class SessionFixtures {

    static final Instant NINE = Instant.parse("2026-03-02T09:00:00.000Z");
    static final SessionId ID = new SessionId("00000000-0000-4000-8000-000000000001");
    static final UserId LEAD = new UserId("00000000-0000-4000-8000-00000000000a");
    static final UserId SECOND = new UserId("00000000-0000-4000-8000-00000000000b");
    static final Plan PLAN =
            new Plan(new KitId("00000000-0000-4000-8000-00000000000c"), 3, "Backend, short", 2, 45, List.of());

    private SessionFixtures() {}

    static Instant at(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }

    static ScheduleSession schedule() {
        return new ScheduleSession(
                ID,
                new ApplicationId("00000000-0000-4000-8000-00000000000d"),
                new CandidateId("00000000-0000-4000-8000-00000000000e"),
                new PositionId("00000000-0000-4000-8000-00000000000f"),
                List.of(new PanelMember(LEAD, true), new PanelMember(SECOND, false)),
                PLAN,
                at(60),
                "Europe/Berlin",
                at(0));
    }

    static StartSession start() {
        return new StartSession(ID, at(61));
    }

    static PauseSession pause() {
        return new PauseSession(ID, at(62));
    }

    static ResumeSession resume() {
        return new ResumeSession(ID, at(63));
    }

    static CompleteSession complete() {
        return new CompleteSession(ID, at(100));
    }

    static CancelSession cancel() {
        return new CancelSession(ID, "sealed", at(30));
    }

    static MarkNoShow noShow() {
        return new MarkNoShow(ID, at(75));
    }

    static RescheduleSession reschedule() {
        return new RescheduleSession(ID, at(120), at(10));
    }

    static FollowDecision advance() {
        return new FollowDecision(ID, DecisionOutcome.ADVANCE, at(200));
    }

    static Session aScheduledSession() {
        return after(schedule());
    }

    static Session aRunningSession() {
        return after(schedule(), start());
    }

    static Session aPausedSession() {
        return after(schedule(), start(), pause());
    }

    static Session aCompletedSession() {
        return after(schedule(), start(), complete());
    }

    static Session aDecidedSession() {
        return after(schedule(), start(), complete(), advance());
    }

    static Session aCancelledSession() {
        return after(schedule(), cancel());
    }

    static Session aMissedSession() {
        return after(schedule(), noShow());
    }

    private static Session after(SessionCommand... commands) {
        @Nullable Session state = null;
        for (SessionCommand command : commands) {
            Change<Session> change = Session.decide(state, command);
            for (DomainEvent event : change.events()) {
                state = Session.evolve(state, event);
            }
            state = change.privately().apply(Objects.requireNonNull(state));
        }
        return Objects.requireNonNull(state);
    }
}
