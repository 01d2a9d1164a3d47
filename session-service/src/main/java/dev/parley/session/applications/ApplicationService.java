package dev.parley.session.applications;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import dev.parley.session.applications.ApplicationCommand.Close;
import dev.parley.session.applications.ApplicationCommand.Move;
import dev.parley.session.applications.ApplicationCommand.Open;
import dev.parley.session.candidates.CandidateService;
import dev.parley.session.candidates.FieldSealing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens applications and takes them through their stages. */
@Service
public class ApplicationService {

    private final AggregateStore<Application> applications;
    private final AggregateStore<Position> positions;
    private final CandidateService candidates;
    private final FieldSealing sealing;

    ApplicationService(
            AggregateStore<Application> applications,
            AggregateStore<Position> positions,
            CandidateService candidates,
            FieldSealing sealing) {
        this.applications = applications;
        this.positions = positions;
        this.candidates = candidates;
        this.sealing = sealing;
    }

    /**
     * Opens an application.
     *
     * @throws DomainException.Conflict when the candidate has an open one for this position
     */
    Receipt open(CommandContext context, CandidateId candidateId, PositionId positionId) {
        OrganizationId organization = context.organization();
        try {
            return applications.create(context, id -> {
                candidates.require(organization, candidateId);
                Position position = openPosition(organization, positionId);
                var opened =
                        new Open(new ApplicationId(id), candidateId, positionId, position.timeZone(), context.now());
                return Application.decide(null, opened);
            });
        } catch (DomainException.Conflict e) {
            // the index refuses a second one, and does not say which is the first
            throw findOpen(organization, candidateId, positionId)
                    .map(ApplicationService::secondTo)
                    .orElse(e);
        }
    }

    private static DomainException.Conflict secondTo(ApplicationId open) {
        return new DomainException.Conflict(
                "The candidate has an open application for this position already: " + open + ".");
    }

    /** The open application of the candidate for the position. */
    public Optional<ApplicationId> findOpen(OrganizationId organization, CandidateId candidate, PositionId position) {
        return applications
                .list(
                        organization,
                        new PageRequest(1, null),
                        Filters.eq("state.candidateId", candidate.value()),
                        Filters.eq("state.positionId", position.value()),
                        Filters.eq("state.outcome", null))
                .items()
                .stream()
                .map(open -> new ApplicationId(open.id()))
                .findFirst();
    }

    /** Whether there is one with this id, open or not. */
    public boolean exists(OrganizationId organization, ApplicationId id) {
        return applications.find(organization, id.value()).isPresent();
    }

    private Position openPosition(OrganizationId organization, PositionId id) {
        Position position = positions.get(organization, id.value()).state();
        if (position.status() == Position.Status.CLOSED) {
            throw new DomainException.Conflict("The position is CLOSED; it takes no more applications.");
        }
        return position;
    }

    Receipt move(CommandContext context, ApplicationId id, Stage to, @Nullable String reason) {
        return applications.handle(context.versioned(), id.value(), state -> {
            String sealed = sealing.note(context.organization(), state.candidateId(), reason);
            return Application.decide(state, new Move(id, to, sealed, context.now()));
        });
    }

    Receipt close(CommandContext context, ApplicationId id, ApplicationOutcome outcome, @Nullable String reason) {
        return applications.handle(context.versioned(), id.value(), state -> {
            String sealed = sealing.note(context.organization(), state.candidateId(), reason);
            return Application.decide(state, new Close(id, outcome, sealed, context.now()));
        });
    }

    /** The steps of a past application, in one write; those that were taken before change nothing. */
    public void bringIn(Origin origin, ApplicationId id, List<ApplicationCommand> steps) {
        applications.carryOut(origin, id.value(), state -> Application.further(state, steps));
    }

    /**
     * The application, if interviews can be planned for it.
     *
     * @throws DomainException.Conflict when it has ended
     */
    public Application getOpen(OrganizationId organization, ApplicationId id) {
        Application application = get(organization, id).state();
        if (application.outcome() != null) {
            throw new DomainException.Conflict("The application ended with " + application.outcome() + ".");
        }
        return application;
    }

    Aggregate<Application> get(OrganizationId organization, ApplicationId id) {
        return applications.get(organization, id.value());
    }

    Page<Aggregate<Application>> list(OrganizationId organization, PageRequest page, @Nullable PositionId position) {
        return position == null
                ? applications.list(organization, page)
                : applications.list(organization, page, Filters.eq("state.positionId", position.value()));
    }
}
