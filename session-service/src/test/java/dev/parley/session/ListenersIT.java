package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.IdentityEvent.UserAdded;
import dev.parley.contracts.IdentityEvent.UserRolesChanged;
import dev.parley.contracts.KitEvent.KitPublished;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.UserId;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.Events;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Duplicates, gaps and poison, for each of the three topics the service follows. */
class ListenersIT extends WholeService {

    @Autowired
    private MongoTemplate mongo;

    private static void tell(Envelope... events) {
        EventProbe.publish(Stream.of(events).map(Events::record).toList());
    }

    private static Envelope decision(Company company, String session, long number, DecisionOutcome outcome) {
        return new Evaluation(company, session).numbered(number, outcome);
    }

    private String outcome(Company company, String session) {
        return company.recruiter().get("/api/v1/sessions/" + session).at("/outcome");
    }

    private void awaitParked(String consumer, String subject, int count) {
        await().until(() -> mongo.getCollection("deadLetters")
                        .countDocuments(Filters.and(Filters.eq("consumer", consumer), Filters.eq("subject", subject)))
                == count);
    }

    private long version(String collection, String id) {
        Document found =
                mongo.getCollection(collection).find(Filters.eq("_id", id)).first();
        return Objects.requireNonNull(found).getLong("version");
    }

    @Test
    void duplicateDecisionIsFollowedOnce() {
        Company company = Company.on(port);
        String session = company.aCompletedSession();
        Envelope first = decision(company, session, 1, DecisionOutcome.HOLD);
        tell(first, first, decision(company, session, 2, DecisionOutcome.REJECT), first);
        await().until(() -> outcome(company, session).equals("REJECT"));
        tell(decision(company, session, 3, DecisionOutcome.ADVANCE));
        await().until(() -> outcome(company, session).equals("ADVANCE"));

        assertThat(version("sessions", session)).isEqualTo(6);
        awaitParked("session-service.evaluations", "evaluation/" + session, 0);
    }

    @Test
    void duplicateKitIsKeptOnce() {
        Company company = Company.unheardOf(port);
        Envelope published = kitPublished(company, 1, 1);
        Envelope later = kitPublished(company, 2, 2);
        tell(published, published, later, published);
        await().until(() -> mongo.exists(followed(company.plan.kitId().value(), 2), "knownKits"));

        String kit = company.plan.kitId().value();
        assertThat(version("knownKits", kit)).isEqualTo(2);
        assertThat(version("knownPlans", kit + "/1")).isEqualTo(1);
        awaitParked("session-service.catalog", "kit/" + kit, 0);
    }

    @Test
    void duplicateUserIsKnownOnce() {
        Company company = Company.unheardOf(port);
        UserId user = company.panel.getFirst();
        Envelope added = userAdded(company, user, 1);
        tell(added, added);
        tell(Events.of(company.organization, AggregateKind.USER, user.value())
                .numbered(2, new UserRolesChanged(user, Set.of(Role.ADMIN), Company.MORNING)));
        await().until(() -> mongo.exists(followed(user.value(), 2), "knownUsers"));

        assertThat(version("knownUsers", user.value())).isEqualTo(2);
        awaitParked("session-service.identity", "user/" + user, 0);
    }

    private static Query followed(String id, long sequence) {
        return Query.query(Criteria.where("_id").is(id).and("sources.sequence").is(sequence));
    }

    private static Envelope kitPublished(Company company, long number, int version) {
        var plan = Company.plan(company.plan.kitId(), version);
        return Events.of(company.organization, AggregateKind.KIT, plan.kitId().value())
                .numbered(number, new KitPublished(plan.kitId(), version, plan, Company.MORNING));
    }

    private static Envelope userAdded(Company company, UserId user, long number) {
        return Events.of(company.organization, AggregateKind.USER, user.value())
                .numbered(number, new UserAdded(user, Set.of(Role.INTERVIEWER), Company.MORNING));
    }

    @Test
    void gapParksTheSubjectAndNoOther() {
        Company company = Company.on(port);
        String gapped = company.aCompletedSession();
        String whole = company.aCompletedSession();
        UserId user = new UserId(Company.uuid());
        Company stranger = Company.unheardOf(port);
        String kit = stranger.plan.kitId().value();

        tell(decision(company, gapped, 2, DecisionOutcome.ADVANCE), decision(company, gapped, 3, DecisionOutcome.HOLD));
        tell(decision(company, whole, 1, DecisionOutcome.ADVANCE));
        tell(kitPublished(stranger, 2, 2), kitPublished(stranger, 3, 3));
        tell(userAdded(company, user, 2), userAdded(company, user, 3));

        awaitParked("session-service.evaluations", "evaluation/" + gapped, 2);
        awaitParked("session-service.catalog", "kit/" + kit, 2);
        awaitParked("session-service.identity", "user/" + user, 2);
        await().until(() -> outcome(company, whole).equals("ADVANCE"));
        assertThat(company.recruiter().get("/api/v1/sessions/" + gapped).at("/state"))
                .isEqualTo("COMPLETED");
    }

    @Test
    void poisonIsSetAsideAndTheRestGoesOn() {
        Company company = Company.on(port);
        String poisoned = company.aCompletedSession();
        String healthy = company.aCompletedSession();
        UserId user = new UserId(Company.uuid());
        Company stranger = Company.unheardOf(port);

        EventProbe.publish(List.of(
                broken(decision(company, poisoned, 1, DecisionOutcome.ADVANCE)),
                broken(kitPublished(stranger, 1, 1)),
                broken(userAdded(company, user, 1))));
        tell(decision(company, healthy, 1, DecisionOutcome.HOLD));

        awaitParked("session-service.evaluations", "evaluation/" + poisoned, 1);
        awaitParked("session-service.catalog", "kit/" + stranger.plan.kitId(), 1);
        awaitParked("session-service.identity", "user/" + user, 1);
        await().until(() -> outcome(company, healthy).equals("HOLD"));
    }

    private static ProducerRecord<String, byte[]> broken(Envelope event) {
        ProducerRecord<String, byte[]> whole = Events.record(event);
        return new ProducerRecord<>(
                whole.topic(),
                null,
                whole.key(),
                "{\"sessionId\": 7".getBytes(StandardCharsets.UTF_8),
                whole.headers());
    }

    @Test
    void decisionThatCannotBeIsSetAside() {
        Company company = Company.on(port);
        String running = company.aRunningSession();

        tell(decision(company, running, 1, DecisionOutcome.ADVANCE));

        awaitParked("session-service.evaluations", "evaluation/" + running, 1);
        assertThat(company.recruiter().get("/api/v1/sessions/" + running).header("ETag"))
                .isEqualTo("\"2\"");
    }
}
