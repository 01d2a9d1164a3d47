package dev.parley.analytics.topology;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.ApplicationEvent;
import dev.parley.contracts.CandidateEvent;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EvaluationEvent;
import dev.parley.contracts.IdentityEvent;
import dev.parley.contracts.KitEvent;
import dev.parley.contracts.MalformedEventException;
import dev.parley.contracts.PackEvent;
import dev.parley.contracts.PositionEvent;
import dev.parley.contracts.QuestionEvent;
import dev.parley.contracts.SessionEvent;
import dev.parley.contracts.UnknownEvent;
import dev.parley.contracts.id.OrganizationId;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known under one record key: a session with its evaluation, or an application. Each subject folds into a
 * part of its own, so the parts may arrive in any order between them.
 */
record Fact(
        @Nullable OrganizationId organization,
        Map<AggregateKind, Guard> guards,
        @Nullable Interview interview,
        @Nullable Assessment assessment,
        @Nullable Candidacy candidacy) {

    static final Fact EMPTY = new Fact(null, Map.of(), null, null, null);

    Fact {
        guards = Map.copyOf(guards);
    }

    Guard guard(AggregateKind kind) {
        return guards.getOrDefault(kind, Guard.START);
    }

    Fact with(AggregateKind kind, Guard guard) {
        var changed = new EnumMap<AggregateKind, Guard>(AggregateKind.class);
        changed.putAll(guards);
        changed.put(kind, guard);
        return new Fact(organization, changed, interview, assessment, candidacy);
    }

    /**
     * Takes in what an event says; pure, and blind to order: the guard has judged that already.
     *
     * @throws RuntimeException when the event cannot be true, which is the record's own fault
     */
    Fact evolve(Envelope envelope) {
        OrganizationId owner = envelope.metadata().organizationId();
        if (organization != null && !organization.equals(owner)) {
            throw new MalformedEventException("the event belongs to another organization than those before it");
        }
        DomainEvent event = envelope.event();
        return switch (event) {
            case SessionEvent e
            when is(envelope, AggregateKind.SESSION, e.sessionId().value()) ->
                new Fact(owner, guards, Interview.evolve(interview, e), assessment, candidacy);
            case EvaluationEvent e
            when is(envelope, AggregateKind.EVALUATION, e.sessionId().value()) ->
                new Fact(owner, guards, interview, Assessment.evolve(assessment, e), candidacy);
            case ApplicationEvent e
            when is(envelope, AggregateKind.APPLICATION, e.applicationId().value()) ->
                new Fact(owner, guards, interview, assessment, Candidacy.evolve(candidacy, e));
            case UnknownEvent _ -> this;
            case SessionEvent _, EvaluationEvent _, ApplicationEvent _ -> throw misplaced();
            case CandidateEvent _, PositionEvent _, QuestionEvent _, KitEvent _, PackEvent _, IdentityEvent _ ->
                throw misplaced();
        };
    }

    private static boolean is(Envelope envelope, AggregateKind kind, String id) {
        return envelope.subject().equals(kind.subject(id));
    }

    private static MalformedEventException misplaced() {
        return new MalformedEventException("the event is not about its subject");
    }
}
