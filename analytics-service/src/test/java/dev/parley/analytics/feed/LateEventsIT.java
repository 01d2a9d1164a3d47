package dev.parley.analytics.feed;

import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static dev.parley.analytics.topology.Interviews.started;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import dev.parley.analytics.feed.Integrator.Page;
import dev.parley.analytics.topology.History;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.SessionEvent;
import dev.parley.contracts.id.SessionId;
import dev.parley.testkit.EventProbe;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Events that could not be taken at first, and what readers get of them after all. */
class LateEventsIT extends FeedTest {

    private final SessionId session = new SessionId(UUID.randomUUID().toString());
    private final History history = new History(organization, session.value());

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Test
    void poisonIsSetAsideItsSubjectWaitsAndAfterTheRepairEveryReaderHasItOnce() {
        String past = poison();
        assertThat(keys()).hasSize(5).containsOnlyOnce(name(1)).doesNotContain(name(2), name(3));
        String first = letters().getFirst();
        try (var stream = integrator().follow("", past)) {
            HttpResponse<String> repaired = operate(first, "repair", "{\"data\": " + data(started(session)) + "}");

            assertThat(repaired.body()).isEqualTo("{\"settled\":2,\"waiting\":0}");
            assertThat(stream.filter(line -> line.startsWith("data:")).limit(2).map(LateEventsIT::read))
                    .containsExactly(name(2), name(3));
        }
        Page late = page("?limit=100&cursor=" + past);
        assertThat(late.keys()).containsExactly(name(2), name(3));
        EventProbe.publish(List.of(history.next(AggregateKind.SESSION, "session.imagined.v1", "{}")));
        Page later = page("?wait=30&limit=100&cursor=" + late.cursor());
        assertThat(later.keys()).containsExactly(name(4));
        assertThat(ofSession(keys())).containsExactly(name(1), name(2), name(3), name(4));
        assertThat(ofSession(all("?limit=1").keys())).containsExactly(name(1), name(2), name(3), name(4));
    }

    @Test
    void whatIsDiscardedIsSeenByNobodyAndWhatFollowsIs() {
        String past = poison();

        HttpResponse<String> discarded = operate(letters().getFirst(), "discard", "{\"reason\": \"never happened\"}");

        assertThat(discarded.body()).isEqualTo("{\"settled\":2,\"waiting\":0}");
        assertThat(after(past).keys()).containsExactly(name(3));
        assertThat(ofSession(keys())).containsExactly(name(1), name(3));
        assertThat(all("?").types()).noneMatch(type -> type.contains("discarded"));
    }

    @Test
    void anEventThatCameBeforeItsPredecessorIsReadBehindIt() {
        List<ProducerRecord<String, byte[]>> events =
                history.of(scheduled(session), started(session), completed(session));
        EventProbe.publish(List.of(events.get(0), events.get(2), events.get(1)));
        awaitEvents(2);
        String past = all("?").cursor();

        operate(letters().getFirst(), "replay", "");

        EventProbe.publish(events);
        assertThat(page("?wait=30&cursor=" + past).keys()).containsExactly(name(3));
        assertThat(keys()).containsExactly(name(1), name(2), name(3));
    }

    @Test
    void aFeedThatIsBuiltAnewIsTheSameForEveryCursor() {
        String past = poison();
        operate(letters().getFirst(), "repair", "{\"data\": " + data(started(session)) + "}");
        Page whole = all("?limit=100");
        String middle = page("?limit=2").cursor();
        List<String> rest = after(middle).keys();
        var container = Objects.requireNonNull(listeners.getListenerContainer(FeedListener.CONSUMER));
        container.stop();
        mongo.getCollection(FeedWriter.COLLECTION)
                .deleteMany(Filters.and(Filters.eq("late", null), Filters.eq("discarded", null)));
        container.start();
        awaitEvents(7);
        assertThat(keys()).isEqualTo(whole.keys());
        assertThat(after(middle).keys()).isEqualTo(rest);
        assertThat(after(past).keys()).containsExactly(name(2), name(3));
        assertThat(after(whole.cursor()).keys()).isEmpty();
    }

    /** Three events of a session, the second of which cannot be read, and one other interview; then the end of it all. */
    private String poison() {
        ProducerRecord<String, byte[]> first = history.next(scheduled(session));
        ProducerRecord<String, byte[]> good = history.next(started(session));
        var garbled = new ProducerRecord<>(
                good.topic(), null, good.key(), "{\"sessionId\": 17}".getBytes(UTF_8), good.headers());
        EventProbe.publish(List.of(first, garbled, history.next(completed(session))));
        EventProbe.publish(interview(organization));
        awaitEvents(5);
        await().atMost(PATIENCE).until(() -> letters().size() == 2);
        return all("?").cursor();
    }

    private List<String> letters() {
        return mongo
                .getCollection("deadLetters")
                .find(new Document("subject", "session/" + session.value()).append("consumer", FeedListener.CONSUMER))
                .sort(new Document("offset", 1))
                .into(new ArrayList<>())
                .stream()
                .map(letter -> letter.getString("_id"))
                .toList();
    }

    private HttpResponse<String> operate(String letter, String command, String body) {
        return Integrator.operate(port, letter + "/" + command, body);
    }

    private String name(int sequence) {
        return "session/" + session.value() + " " + sequence;
    }

    private List<String> ofSession(List<String> keys) {
        return keys.stream().filter(key -> key.contains(session.value())).toList();
    }

    private static String read(String line) {
        return key(ContractsJson.events().readTree(line.substring("data:".length())));
    }

    private static String data(SessionEvent event) {
        return ContractsJson.events().writeValueAsString(event);
    }
}
