package dev.parley.scoring.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.SessionEvent.SessionPaused;
import dev.parley.contracts.SessionEvent.SessionRescheduled;
import dev.parley.contracts.SessionEvent.SessionResumed;
import dev.parley.contracts.Topic;
import dev.parley.contracts.UnknownEvent;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.outbox.EventPublisher;
import dev.parley.platform.outbox.OutboxRelay;
import dev.parley.platform.outbox.TraceContext;
import dev.parley.scoring.AnInterview;
import dev.parley.scoring.Play;
import dev.parley.scoring.ScoringServiceTest;
import dev.parley.scoring.Story;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.Events;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.kafka.core.KafkaTemplate;

/** Following sessions when the topic is not kind. */
@ScoringServiceTest
class SessionListenerIT {

    private static final Instant AT = AnInterview.STARTED;

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private AggregateStore<Evaluation> evaluations;

    private final AnInterview interview = AnInterview.withPanelOf(2);
    private final Events session = Events.of(
            interview.organization(), AggregateKind.SESSION, interview.session().value());

    @Test
    void duplicatesChangeNothing() {
        Envelope scheduled = session.next(interview.scheduled());
        Envelope started = session.next(interview.started());
        publish(scheduled, scheduled, started, scheduled, started);
        publish(session.next(interview.completed()));

        awaitPhase(Phase.FROZEN);
        assertThat(evaluations
                        .get(interview.organization(), interview.session().value())
                        .version())
                .isEqualTo(3);
        assertThat(deadLetters(interview)).isEmpty();
    }

    @Test
    void everyEventOfASessionIsCounted() {
        publish(
                session.next(interview.scheduled()),
                session.next(new SessionRescheduled(interview.session(), AT, AT)),
                session.next(new UnknownEvent("session.relocated.v1", AT)),
                session.next(interview.started()),
                session.next(new SessionPaused(interview.session(), AT)),
                session.next(new SessionResumed(interview.session(), AT)),
                session.next(interview.completed()));

        awaitPhase(Phase.FROZEN);
        assertThat(deadLetters(interview)).isEmpty();
    }

    @Test
    void gapParksTheSubjectAndNothingElse() {
        AnInterview other = interview.another();
        publish(session.next(interview.scheduled()));
        awaitPhase(Phase.SCHEDULED);
        publish(session.numbered(3, interview.completed()), session.numbered(4, interview.completed()));
        Play.started(port, other);

        await().until(() -> deadLetters(interview).size() == 2);
        awaitPhase(Phase.SCHEDULED);
        assertThat(deadLetters(interview).getFirst().getString("cause")).contains("followed to 1, and 3 came next");
        assertThat(deadLetters(other)).isEmpty();
    }

    @Test
    void poisonIsSetAsideWithItsCause() {
        Envelope started = session.next(interview.scheduled());
        publish(started);
        awaitPhase(Phase.SCHEDULED);
        ProducerRecord<String, byte[]> good = Events.record(session.next(interview.started()));
        var poison = new ProducerRecord<>(
                good.topic(), null, good.key(), "{\"sessionId\":".getBytes(StandardCharsets.UTF_8), good.headers());
        EventProbe.publish(List.of(poison, Events.record(session.next(interview.completed()))));
        Play.started(port, interview.another());

        await().until(() -> deadLetters(interview).size() == 2);
        assertThat(deadLetters(interview).getFirst().getString("cause")).contains("session.started.v1");
        awaitPhase(Phase.SCHEDULED);
    }

    @Test
    void eventBeforeTheSchedulingIsSetAside() {
        publish(session.next(interview.started()));

        await().until(() -> deadLetters(interview).size() == 1);
        assertThat(deadLetters(interview).getFirst().getString("cause")).contains("never scheduled");
    }

    @Test
    void crashBetweenSaveAndPublishLosesAndRepeatsNothing() {
        Envelope scheduled = session.next(interview.scheduled());
        storeOfAProcessThatDiesAfterItsSave()
                .react(scheduled, interview.session().value(), state -> InterviewRules.react(state, scheduled));
        assertThat(outbox()).hasSize(1);

        // the offset was not committed either: the record comes again, and the sweeper finds the event
        publish(scheduled, session.next(interview.started()));

        awaitPhase(Phase.OPEN);
        await().atMost(Duration.ofSeconds(30)).until(() -> outbox().isEmpty());
        try (var probe = new EventProbe(Topic.SCORING)) {
            var opened = Story.of(interview, 1, probe).getFirst();
            assertThat(opened.sequence()).isEqualTo(1);
            assertThat(opened.metadata().causationId())
                    .isEqualTo(scheduled.metadata().id());
        }
        assertThat(evaluations
                        .get(interview.organization(), interview.session().value())
                        .sequence())
                .isEqualTo(1);
    }

    private AggregateStore<Evaluation> storeOfAProcessThatDiesAfterItsSave() {
        var dead = Executors.newSingleThreadExecutor();
        dead.shutdown();
        var relay = new OutboxRelay(mongo, new EventPublisher(kafka, new SimpleMeterRegistry()), dead);
        return new AggregateStores(mongo, relay, new DerivedIds("test"), Clock.systemUTC(), new TraceContext(null))
                .open(Evaluation.TYPE);
    }

    private static void publish(Envelope... events) {
        EventProbe.publish(Arrays.stream(events).map(Events::record).toList());
    }

    private void awaitPhase(Phase phase) {
        await().until(() -> evaluations
                .find(interview.organization(), interview.session().value())
                .filter(found -> found.state().phase() == phase)
                .isPresent());
    }

    private List<Document> outbox() {
        Document found = mongo.findById(interview.session().value(), Document.class, "evaluations");
        return found == null ? List.of() : found.getList("outbox", Document.class, List.of());
    }

    private List<Document> deadLetters(AnInterview of) {
        var subject = Criteria.where("subject").is("session/" + of.session());
        return mongo.find(Query.query(subject), Document.class, "deadLetters");
    }
}
