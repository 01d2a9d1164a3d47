package dev.parley.analytics;

import static dev.parley.analytics.topology.Interviews.applied;
import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.decided;
import static dev.parley.analytics.topology.Interviews.frozen;
import static dev.parley.analytics.topology.Interviews.opened;
import static dev.parley.analytics.topology.Interviews.revealed;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static dev.parley.analytics.topology.Interviews.started;
import static dev.parley.analytics.topology.Interviews.submitted;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.analytics.topology.History;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.SessionId;
import dev.parley.testkit.EventProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An interview whose services publish their events to the real topics. */
final class Interview {

    private final SessionId id = new SessionId(UUID.randomUUID().toString());
    private final ApplicationId application =
            new ApplicationId(UUID.randomUUID().toString());
    private final List<ProducerRecord<String, byte[]>> published = new ArrayList<>();
    private final History session;
    private final History applications;

    Interview(OrganizationId organization) {
        session = new History(organization, id.value());
        applications = new History(organization, application.value());
    }

    SessionId id() {
        return id;
    }

    Interview applies() {
        return publish(applications.of(applied(application)));
    }

    Interview isHeld() {
        return happens(
                scheduled(id), opened(id), started(id), completed(id), frozen(id), submitted(id), revealed(id, 4));
    }

    Interview isDecided(DecisionOutcome outcome) {
        return happens(decided(id, 1, outcome, Duration.ofHours(1)));
    }

    Interview happens(DomainEvent... events) {
        return publish(session.of(events));
    }

    /** Events get lost on the way. */
    Interview loses(DomainEvent... events) {
        session.of(events);
        return this;
    }

    /** The event gets onto the topic with data nobody can read. */
    Interview garbles(DomainEvent event) {
        ProducerRecord<String, byte[]> good = session.next(event);
        return publish(List.of(new ProducerRecord<>(
                good.topic(), null, good.key(), "{\"sessionId\": 17}".getBytes(UTF_8), good.headers())));
    }

    /** Everything once more, as a relay may do after a crash. */
    void repeats() {
        EventProbe.publish(published);
    }

    private Interview publish(List<ProducerRecord<String, byte[]>> records) {
        published.addAll(records);
        EventProbe.publish(records);
        return this;
    }
}
