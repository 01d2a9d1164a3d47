package dev.parley.session.history;

import dev.parley.contracts.Plan;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.error.FieldError;
import dev.parley.session.history.HistoryImport.RowResult;
import dev.parley.session.history.HistoryImport.RowResult.Refused;
import dev.parley.session.history.ScoringClient.ImportedEvaluation;
import dev.parley.session.sessions.SessionService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings one past interview in; every id follows from the row, so a repetition after a crash adds nothing. */
@Component
class RowImport {

    private final PastPeople people;
    private final PastApplications applications;
    private final SessionService sessions;
    private final ScoringClient scoring;
    private final DerivedIds ids;

    RowImport(
            PastPeople people,
            PastApplications applications,
            SessionService sessions,
            ScoringClient scoring,
            DerivedIds ids) {
        this.people = people;
        this.applications = applications;
        this.sessions = sessions;
        this.scoring = scoring;
        this.ids = ids;
    }

    RowResult bringIn(ImportRun run, PastInterview row) {
        Optional<Plan> plan = run.plan(row.kitId(), row.kitVersion());
        if (plan.isEmpty()) {
            return new Refused(List.of(new FieldError("/kitId", "expected a kit with a published kitVersion")));
        }
        List<FieldError> errors = RowChecks.check(row, plan.get(), run.origin().now(), run::knows);
        return errors.isEmpty() ? store(run, row, plan.get()) : new Refused(errors);
    }

    private RowResult store(ImportRun run, PastInterview row, Plan plan) {
        PastIds derived = PastIds.of(ids, run.organization(), row);
        people.bringIn(run.origin(), derived.candidate(), row.candidate(), row.applied());
        people.bringIn(run.origin(), derived.position(), row.position(), row.applied());
        PastIds past = applications.bringIn(run.origin(), derived, row);
        Instant stored = sessions.bringIn(run.origin(), past.session(), PastSteps.ofSession(past, row, plan));
        scoring.bringIn(run.organization(), new ImportedEvaluation(past.session(), row.scorecards(), row.decision()));
        return stored.isBefore(run.began()) ? new RowResult.Unchanged() : new RowResult.Imported();
    }
}
