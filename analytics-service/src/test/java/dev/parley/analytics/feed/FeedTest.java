package dev.parley.analytics.feed;

import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.opened;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static dev.parley.analytics.topology.Interviews.started;
import static org.awaitility.Awaitility.await;

import dev.parley.analytics.feed.Integrator.Page;
import dev.parley.analytics.topology.History;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.SessionId;
import dev.parley.testkit.ServiceIT;
import dev.parley.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** From events on the topics to what an integrator reads. */
@ServiceIT
@DirtiesContext
abstract class FeedTest {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final OrganizationId organization = organization();

    @LocalServerPort
    int port;

    @Autowired
    MongoTemplate mongo;

    /** Scheduled, opened, started, completed. */
    static List<ProducerRecord<String, byte[]>> interview(OrganizationId of) {
        var id = new SessionId(UUID.randomUUID().toString());
        return new History(of, id.value()).of(scheduled(id), opened(id), started(id), completed(id));
    }

    static OrganizationId organization() {
        return new OrganizationId(UUID.randomUUID().toString());
    }

    static String key(JsonNode event) {
        return event.path("subject").asString() + " " + event.path("sequence").asInt();
    }

    void awaitEvents(int count) {
        await().atMost(PATIENCE).until(() -> all("?limit=100").events().size() >= count);
    }

    List<String> keys() {
        return all("?limit=100").keys();
    }

    Page page(String query) {
        return integrator().page(query);
    }

    Page all(String query) {
        return integrator().all(query);
    }

    Page after(String cursor) {
        return integrator().after(cursor);
    }

    Integrator integrator() {
        return of(organization);
    }

    Integrator of(OrganizationId whose) {
        return Integrator.of(port, whose);
    }

    Integrator person(Role role) {
        return new Integrator(port, TestTokens.user(organization, Integrator.KEY, role));
    }
}
