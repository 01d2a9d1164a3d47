package dev.parley.session;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.EvaluationEvent.EvaluationOpened;
import dev.parley.contracts.id.SessionId;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.Events;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What scoring-service tells of one session's evaluation. */
public final class Evaluation {

    private final SessionId session;
    private final Company company;
    private final Events events;

    public Evaluation(Company company, String sessionId) {
        this.session = new SessionId(sessionId);
        this.company = company;
        this.events = Events.of(company.organization, AggregateKind.EVALUATION, sessionId);
    }

    /** Something happens to it that does not concern the session. */
    public void opens() {
        EventProbe.publish(List.of(Events.record(events.next(new EvaluationOpened(session, Company.MORNING)))));
    }

    public void decides(int number, DecisionOutcome outcome) {
        EventProbe.publish(List.of(Events.record(decision(number, outcome))));
    }

    /** The next event, not published. */
    public Envelope decision(int number, DecisionOutcome outcome) {
        return events.next(new DecisionRecorded(session, number, outcome, company.panel.get(0), Company.MORNING));
    }

    /** An event with any number. */
    public Envelope numbered(long number, DecisionOutcome outcome) {
        return events.numbered(
                number, new DecisionRecorded(session, 1, outcome, company.panel.get(0), Company.MORNING));
    }

    /** Whether the session's document has followed that far. */
    public boolean isFollowed(MongoTemplate mongo, long sequence) {
        var query = Query.query(Criteria.where("_id")
                .is(session.value())
                .and("sources.sequence")
                .is(sequence));
        return mongo.exists(query, "sessions");
    }
}
