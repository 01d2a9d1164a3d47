package dev.parley.session.applications;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.ApplicationEvent.ApplicationClosed;
import dev.parley.contracts.ApplicationEvent.ApplicationMoved;
import dev.parley.contracts.ApplicationEvent.ApplicationOpened;
import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.ListOrder;
import dev.parley.platform.error.DomainException;
import dev.parley.session.applications.ApplicationCommand.Close;
import dev.parley.session.applications.ApplicationCommand.Move;
import dev.parley.session.applications.ApplicationCommand.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * A candidate for a position, on the way through the stages. There is at most one open application of a candidate for
 * a position; an index on the open key sees to it.
 *
 * @param outcome null while it is open
 * @param openKey the candidate and the position while it is open; absent from what was opened before there were keys,
 *     until {@link OpenKeys} has been applied, and from a second open one of that time for good
 * @param reasons why it moved, encrypted; newest last
 */
public record Application(
        CandidateId candidateId,
        PositionId positionId,
        String timeZone,
        Stage stage,
        @Nullable ApplicationOutcome outcome,
        @Nullable String openKey,
        List<Reason> reasons) {

    /** A text given for a move or an outcome, under the candidate's key. */
    public record Reason(Instant at, String sealedText) {}

    public static final AggregateType<Application> TYPE = AggregateType.publishing(
            AggregateKind.APPLICATION,
            "applications",
            Application.class,
            Application::evolve,
            ListOrder.byCreation().index("state.positionId"),
            new Index()
                    .on("organizationId", Direction.ASC)
                    .on("state.openKey", Direction.ASC)
                    .unique()
                    .named("oneOpenApplication")
                    .partial(PartialIndexFilter.of(
                            Criteria.where("state.openKey").exists(true))),
            new Index()
                    .on("organizationId", Direction.ASC)
                    .on("state.candidateId", Direction.ASC)
                    .on("state.positionId", Direction.ASC)
                    .named("ofCandidateForPosition"));

    static String openKey(CandidateId candidate, PositionId position) {
        return candidate.value() + "/" + position.value();
    }

    public static Change<Application> decide(@Nullable Application state, ApplicationCommand command) {
        return switch (command) {
            case Open open -> {
                if (state != null) {
                    throw new DomainException.Conflict("This application exists already.");
                }
                yield Change.of(new ApplicationOpened(
                        open.applicationId(),
                        open.candidateId(),
                        open.positionId(),
                        open.timeZone(),
                        Stage.APPLIED,
                        open.at()));
            }
            case Move move -> open(state, command).move(move);
            case Close close -> open(state, command).close(close);
        };
    }

    /** As one change, those of the steps that lie ahead of the state. */
    static Change<Application> further(@Nullable Application state, List<ApplicationCommand> steps) {
        List<DomainEvent> events = new ArrayList<>();
        @Nullable Application reached = state;
        for (ApplicationCommand step : steps) {
            if (isAhead(reached, step)) {
                for (DomainEvent event : decide(reached, step).events()) {
                    events.add(event);
                    reached = evolve(reached, event);
                }
            }
        }
        return Change.of(events);
    }

    private static boolean isAhead(@Nullable Application state, ApplicationCommand step) {
        return switch (step) {
            case Open _ -> state == null;
            case Move move -> state == null || (state.outcome == null && state.stage.compareTo(move.to()) < 0);
            case Close _ -> state == null || state.outcome == null;
        };
    }

    private Change<Application> move(Move move) {
        if (stage == move.to()) {
            throw new DomainException.Conflict("The application is in stage " + stage + " already.");
        }
        return Change.<Application>of(new ApplicationMoved(move.applicationId(), stage, move.to(), move.at()))
                .and(moved -> moved.because(move.at(), move.sealedReason()));
    }

    private Change<Application> close(Close close) {
        return Change.<Application>of(new ApplicationClosed(close.applicationId(), stage, close.outcome(), close.at()))
                .and(closed -> closed.because(close.at(), close.sealedReason()));
    }

    private Application because(Instant at, @Nullable String sealedReason) {
        List<Reason> all = sealedReason == null
                ? reasons
                : Stream.concat(reasons.stream(), Stream.of(new Reason(at, sealedReason)))
                        .toList();
        return new Application(candidateId, positionId, timeZone, stage, outcome, openKey, all);
    }

    private static Application open(@Nullable Application state, ApplicationCommand command) {
        if (state == null) {
            throw new DomainException.NotFound(
                    "application", command.applicationId().value());
        }
        if (state.outcome != null) {
            throw new DomainException.Conflict(
                    "The application ended with " + state.outcome + "; nothing more can happen to it.");
        }
        return state;
    }

    static Application evolve(@Nullable Application state, DomainEvent event) {
        return switch (event) {
            case ApplicationOpened opened ->
                new Application(
                        opened.candidateId(),
                        opened.positionId(),
                        opened.timeZone(),
                        opened.stage(),
                        null,
                        openKey(opened.candidateId(), opened.positionId()),
                        List.of());
            case ApplicationMoved moved
            when state != null ->
                new Application(
                        state.candidateId,
                        state.positionId,
                        state.timeZone,
                        moved.to(),
                        null,
                        state.openKey,
                        state.reasons);
            case ApplicationClosed closed
            when state != null ->
                new Application(
                        state.candidateId,
                        state.positionId,
                        state.timeZone,
                        state.stage,
                        closed.outcome(),
                        null,
                        state.reasons);
            default -> throw new IllegalStateException("no event of an application: " + event.getClass());
        };
    }
}
