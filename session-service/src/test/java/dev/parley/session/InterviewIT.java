package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.EvaluationEvent.EvaluationOpened;
import dev.parley.contracts.id.SessionId;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.Events;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterviewIT extends WholeService {

    @Test
    void goesFromPlanToDecision() {
        Company company = Company.on(port);
        String id = company.aCompletedSession();
        var evaluation = Events.of(company.organization, AggregateKind.EVALUATION, id);
        EventProbe.publish(List.of(
                Events.record(evaluation.next(new EvaluationOpened(new SessionId(id), Company.MORNING))),
                Events.record(evaluation.next(new DecisionRecorded(
                        new SessionId(id), 1, DecisionOutcome.ADVANCE, company.panel.get(0), Company.MORNING)))));

        await().untilAsserted(() -> assertThat(
                        company.recruiter().get("/api/v1/sessions/" + id).at("/state"))
                .isEqualTo("DECIDED"));
        System.err.println(company.recruiter().get("/api/v1/sessions/" + id).text());
        System.err.println(company.recruiter().get("/api/v1/sessions").text());
        System.err.println(company.recruiter()
                .get("/api/v1/sessions/" + id)
                .raw()
                .headers()
                .map());
    }
}
