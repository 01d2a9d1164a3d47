package dev.parley.session.history;

import dev.parley.contracts.Plan;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.session.applications.ApplicationCommand;
import dev.parley.session.applications.ApplicationService;
import dev.parley.session.history.HistoryImport.RowResult;
import dev.parley.session.history.PastInterview.PastApplication;
import dev.parley.session.history.ScoringClient.ImportedEvaluation;
import dev.parley.session.known.Knowledge;
import dev.parley.session.sessions.SessionCommand;
import dev.parley.session.sessions.SessionService;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings one past interview in; every id follows from the row, so a repetition after a crash adds nothing. */
@Component
class RowImport {

    private final Knowledge knowledge;
    private final PastPeople people;
    private final ApplicationService applications;
    private final SessionService sessions;
    private final ScoringClient scoring;

    RowImport(
            Knowledge knowledge,
            PastPeople people,
            ApplicationService applications,
            SessionService sessions,
            ScoringClient scoring) {
        this.knowledge = knowledge;
        this.people = people;
        this.applications = applications;
        this.sessions = sessions;
        this.scoring = scoring;
    }

    private record Ids(CandidateId candidate, PositionId position, ApplicationId application, SessionId session) {

        static Ids of(DerivedIds ids, OrganizationId organization, PastInterview row) {
            String scope = organization + "/history/";
            String candidate = ids.of(
                    scope + "candidate/" + row.candidate().email().strip().toLowerCase(java.util.Locale.ROOT));
            String position = ids.of(scope + "position/" + row.position().externalId());
            return new Ids(
                    new CandidateId(candidate),
                    new PositionId(position),
                    new ApplicationId(ids.of(scope + "application/" + candidate + "/" + position)),
                    new SessionId(ids.of(scope + "session/" + row.externalId())));
        }
    }

    RowResult bringIn(Origin origin, PastInterview row) {
        try {
            Plan plan = knowledge.plan(origin.organizationId(), row.kitId(), row.kitVersion());
            sessions.checkPanel(origin.organizationId(), row.panel(), plan);
            List<FieldError> errors = RowChecks.check(row, plan, origin.now());
            return errors.isEmpty() ? store(origin, row, plan) : new RowResult.Refused(errors);
        } catch (DomainException.Invalid e) {
            return new RowResult.Refused(e.errors());
        } catch (DomainException.NotYet e) {
            return new RowResult.Refused(List.of(new FieldError("/kitId", String.valueOf(e.getMessage()))));
        } catch (DomainException.Conflict e) {
            return new RowResult.Refused(List.of(new FieldError("", String.valueOf(e.getMessage()))));
        }
    }

    private RowResult store(Origin origin, PastInterview row, Plan plan) {
        Ids ids = Ids.of(people.ids(), origin.organizationId(), row);
        people.bringIn(origin, ids.candidate(), row.candidate(), row.applied());
        people.bringIn(origin, ids.position(), row.position(), row.applied());
        application(origin, ids, row);
        boolean isNew = sessions.bringIn(origin, ids.session(), steps(ids, row, plan));
        scoring.bringIn(
                origin.organizationId(), new ImportedEvaluation(ids.session(), row.scorecards(), row.decision()));
        return isNew ? new RowResult.Imported() : new RowResult.Unchanged();
    }

    private static List<SessionCommand> steps(Ids ids, PastInterview row, Plan plan) {
        return List.of(
                new SessionCommand.ScheduleSession(
                        ids.session(),
                        ids.application(),
                        ids.candidate(),
                        ids.position(),
                        row.panel(),
                        plan,
                        row.scheduledFor(),
                        row.timeZone(),
                        row.scheduledAt()),
                new SessionCommand.StartSession(ids.session(), row.startedAt()),
                new SessionCommand.CompleteSession(ids.session(), row.completedAt()));
    }

    private void application(Origin origin, Ids ids, PastInterview row) {
        ApplicationId id = ids.application();
        String zone = row.position().timeZone();
        applications.bringIn(
                origin, new ApplicationCommand.Open(id, ids.candidate(), ids.position(), zone, row.applied()));
        PastApplication past = row.application();
        Stage reached = past == null ? Stage.INTERVIEW : past.stage();
        for (Stage stage : Stage.values()) {
            if (stage != Stage.APPLIED && stage.compareTo(reached) <= 0) {
                applications.bringIn(origin, new ApplicationCommand.Move(id, stage, null, timeOf(stage, row)));
            }
        }
        if (past != null && past.outcome() != null) {
            Instant closed = latest(past.closedAt(), row);
            applications.bringIn(origin, new ApplicationCommand.Close(id, past.outcome(), null, closed));
        }
    }

    private static Instant timeOf(Stage stage, PastInterview row) {
        return switch (stage) {
            case APPLIED -> row.applied();
            case SCREENING -> row.scheduledAt();
            case INTERVIEW -> row.startedAt();
            case OFFER -> latest(null, row);
        };
    }

    private static Instant latest(@Nullable Instant given, PastInterview row) {
        if (given != null) {
            return given;
        }
        return row.decision() == null ? row.completedAt() : row.decision().decidedAt();
    }
}
