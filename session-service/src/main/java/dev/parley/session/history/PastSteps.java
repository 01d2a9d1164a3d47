package dev.parley.session.history;

import dev.parley.contracts.Plan;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.session.applications.ApplicationCommand;
import dev.parley.session.applications.ApplicationCommand.Close;
import dev.parley.session.applications.ApplicationCommand.Move;
import dev.parley.session.applications.ApplicationCommand.Open;
import dev.parley.session.history.PastInterview.PastApplication;
import dev.parley.session.sessions.SessionCommand;
import dev.parley.session.sessions.SessionCommand.CompleteSession;
import dev.parley.session.sessions.SessionCommand.ScheduleSession;
import dev.parley.session.sessions.SessionCommand.StartSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The commands by which a past interview would have come about, with their times. */
final class PastSteps {

    private PastSteps() {}

    static List<SessionCommand> ofSession(PastIds ids, PastInterview row, Plan plan) {
        return List.of(
                new ScheduleSession(
                        ids.session(),
                        ids.application(),
                        ids.candidate(),
                        ids.position(),
                        row.members(),
                        plan,
                        row.scheduledFor(),
                        row.timeZone(),
                        row.scheduledAt()),
                new StartSession(ids.session(), row.startedAt()),
                new CompleteSession(ids.session(), row.completedAt()));
    }

    /** Without an application of its own, the interview was the last that is known of it. */
    static List<ApplicationCommand> ofApplication(PastIds ids, PastInterview row) {
        ApplicationId id = ids.application();
        PastApplication past = row.application();
        List<ApplicationCommand> steps = new ArrayList<>();
        steps.add(new Open(id, ids.candidate(), ids.position(), row.position().timeZone(), row.applied()));
        Stage reached = past == null ? Stage.INTERVIEW : past.stage();
        Arrays.stream(Stage.values())
                .filter(stage -> stage != Stage.APPLIED && stage.compareTo(reached) <= 0)
                .forEach(stage -> steps.add(new Move(id, stage, null, timeOf(stage, row))));
        if (past != null && past.outcome() != null) {
            steps.add(new Close(id, past.outcome(), null, past.closedAt() == null ? row.ended() : past.closedAt()));
        }
        return steps;
    }

    private static Instant timeOf(Stage stage, PastInterview row) {
        return switch (stage) {
            case APPLIED -> row.applied();
            case SCREENING -> row.scheduledAt();
            case INTERVIEW -> row.startedAt();
            case OFFER -> row.ended();
        };
    }
}
