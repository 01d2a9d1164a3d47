package dev.parley.session.history;

import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.Origin;
import dev.parley.session.applications.ApplicationService;
import dev.parley.session.history.PastInterview.PastApplication;
import dev.parley.session.sessions.SessionService;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The applications that past interviews belong to. */
@Component
class PastApplications {

    private final ApplicationService applications;
    private final SessionService sessions;

    PastApplications(ApplicationService applications, SessionService sessions) {
        this.applications = applications;
        this.sessions = sessions;
    }

    /** Brings the row's application in; the ids that hold, which name an open one that was there already. */
    PastIds bringIn(Origin origin, PastIds derived, PastInterview row) {
        PastIds ids = derived.with(applicationOf(origin.organizationId(), derived, row));
        applications.bringIn(origin, ids.application(), PastSteps.ofApplication(ids, row));
        return ids;
    }

    // an interview keeps the application it was brought in with, whatever became of that one since
    private ApplicationId applicationOf(OrganizationId organization, PastIds derived, PastInterview row) {
        return sessions.applicationOf(organization, derived.session()).orElseGet(() -> {
            boolean known = applications.exists(organization, derived.application());
            Optional<ApplicationId> open = known || hasEnded(row)
                    ? Optional.empty()
                    : applications.findOpen(organization, derived.candidate(), derived.position());
            return open.orElse(derived.application());
        });
    }

    private static boolean hasEnded(PastInterview row) {
        PastApplication application = row.application();
        return application != null && application.outcome() != null;
    }
}
