package dev.parley.platform;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Role;
import dev.parley.contracts.Topic;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.trial.Faults;
import dev.parley.platform.trial.Follower;
import dev.parley.platform.trial.Opening;
import dev.parley.testkit.DatabaseCommands;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.ServiceIT;
import dev.parley.testkit.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The running trial service, an organization of its own for each test, and ways to look inside. */
@ServiceIT
@Import(DatabaseCommands.class)
public abstract class ServiceTest {

    protected static final String OPENINGS = "/api/v1/openings";

    protected final OrganizationId organization = new OrganizationId(newId());

    @LocalServerPort
    private int port;

    @Autowired
    protected AggregateStore<Opening> openings;

    @Autowired
    protected AggregateStore<Follower> followers;

    @Autowired
    protected Faults faults;

    @Autowired
    protected MongoTemplate mongo;

    protected static String newId() {
        return UUID.randomUUID().toString();
    }

    protected static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(30));
    }

    protected static String subject(String id) {
        return AggregateKind.POSITION.subject(id).toString();
    }

    protected Service with(String token) {
        return new Service(port, token);
    }

    protected Service stranger() {
        return with("");
    }

    protected Service recruiter() {
        return with(TestTokens.user(organization, newId(), Role.RECRUITER));
    }

    protected Service operator() {
        return with(TestTokens.operator(newId()));
    }

    protected Service recruiterElsewhere() {
        return with(TestTokens.user(new OrganizationId(newId()), newId(), Role.RECRUITER));
    }

    /** The id of an opening that was just made. */
    protected String anOpening() {
        return recruiter().post(OPENINGS, """
                {"timeZone": "Europe/Vienna"}""").id();
    }

    protected MongoCollection<Document> documents() {
        return mongo.getCollection("openings");
    }

    protected Document document(String id) {
        return Objects.requireNonNull(documents().find(new Document("_id", id)).first());
    }

    /** All records of the subject up to its n-th event, repeats included. */
    protected static List<ConsumerRecord<String, byte[]>> recordsUpTo(String id, long sequence) {
        try (var probe = new EventProbe(Topic.SESSION)) {
            probe.records(1, one -> one.subject().id().equals(id) && one.sequence() == sequence);
            return probe.records(1, one -> one.subject().id().equals(id));
        }
    }

    /** What the listener made of the position's events. */
    protected List<String> effects(String id) {
        return followers
                .find(organization, id)
                .map(found -> found.state().effects())
                .orElse(List.of());
    }

    protected List<Document> deadLetters(String id) {
        return mongo.getCollection("deadLetters")
                .find(new Document("subject", subject(id)))
                .sort(new Document("offset", 1))
                .into(new ArrayList<>());
    }
}
