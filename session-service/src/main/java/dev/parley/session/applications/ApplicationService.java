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
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import dev.parley.session.candidates.CandidateService;
import dev.parley.session.candidates.FieldSealing;
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

    Receipt open(CommandContext context, CandidateId candidateId, PositionId positionId) {
        candidates.require(context.organization(), candidateId);
        Position position =
                positions.get(context.organization(), positionId.value()).state();
        if (position.status() == Position.Status.CLOSED) {
            throw new DomainException.Conflict("The position takes no more applications.");
        }
        return applications.create(
                context,
                id -> Application.decide(
                        null,
                        new ApplicationCommand.Open(
                                new ApplicationId(id), candidateId, positionId, position.timeZone(), context.now())));
    }

    Receipt move(CommandContext context, ApplicationId id, Stage to, @Nullable String reason) {
        return applications.handle(
                context.versioned(),
                id.value(),
                state -> Application.decide(
                        state,
                        new ApplicationCommand.Move(
                                id,
                                to,
                                sealing.note(context.organization(), state.candidateId(), reason),
                                context.now())));
    }

    Receipt close(CommandContext context, ApplicationId id, ApplicationOutcome outcome, @Nullable String reason) {
        return applications.handle(
                context.versioned(),
                id.value(),
                state -> Application.decide(
                        state,
                        new ApplicationCommand.Close(
                                id,
                                outcome,
                                sealing.note(context.organization(), state.candidateId(), reason),
                                context.now())));
    }

    /** One step of a past application; a step that was taken before changes nothing. */
    public void bringIn(Origin origin, ApplicationCommand step) {
        applications.carryOut(
                origin,
                step.applicationId().value(),
                state -> isTaken(state, step) ? Change.of() : Application.decide(state, step));
    }

    private static boolean isTaken(@Nullable Application state, ApplicationCommand step) {
        return state != null
                && switch (step) {
                    case ApplicationCommand.Open _ -> true;
                    case ApplicationCommand.Move move ->
                        state.outcome() != null || state.stage().compareTo(move.to()) >= 0;
                    case ApplicationCommand.Close _ -> state.outcome() != null;
                };
    }

    /** The application, if this organization has it. */
    public Aggregate<Application> get(OrganizationId organization, ApplicationId id) {
        return applications.get(organization, id.value());
    }

    Page<Aggregate<Application>> list(OrganizationId organization, PageRequest page, @Nullable PositionId position) {
        return position == null
                ? applications.list(organization, page)
                : applications.list(organization, page, Filters.eq("state.positionId", position.value()));
    }
}
