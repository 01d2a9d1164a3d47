package dev.parley.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.PositionEvent.PositionClosed;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.Service.Answer;
import dev.parley.platform.ServiceTest;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.Events;
import dev.parley.testkit.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What operators can do with dead letters, over HTTP and through the topic. */
class ReplayIT extends ServiceTest {

    private static final String LETTERS = "/api/v1/operator/trial/dead-letters";

    private final String id = newId();
    private final Events position = Events.of(organization, AggregateKind.POSITION, id);
    private final String other = newId();
    private final Events otherPosition = Events.of(organization, AggregateKind.POSITION, other);

    @Autowired
    private MeterRegistry meters;

    @Test
    void subjectIsRightAfterItsPoisonIsRepairedAndOthersWereNeverWrong() {
        ProducerRecord<String, byte[]> poison = aPoisonedSubject();
        soon().untilAsserted(() -> assertThat(effects(other)).containsExactly("1 opened", "2 opened"));
        assertThat(effects(id)).containsExactly("1 opened");
        String first = letters().getFirst();

        Answer inVain = operator().post(LETTERS + "/" + first + "/replay", "");
        assertThat(inVain.json().toString())
                .contains("\"settled\":0", "\"waiting\":2", "does not fit position.closed.v1");
        Answer repaired = operator().post(LETTERS + "/" + first + "/repair", "{\"data\": " + json(closed()) + "}");

        assertThat(repaired.json().toString()).isEqualTo("{\"settled\":2,\"waiting\":0}");
        assertThat(effects(id)).containsExactly("1 opened", "2 closed", "3 opened");
        EventProbe.publish(List.of(poison, Events.record(position.numbered(4, closed()))));
        soon().untilAsserted(
                        () -> assertThat(effects(id)).containsExactly("1 opened", "2 closed", "3 opened", "4 closed"));
        assertThat(letters()).isEmpty();
        assertThat(effects(other)).containsExactly("1 opened", "2 opened");
    }

    @Test
    void repeatsOfThePoisonThatWaitWithItAreDoneWithIt() {
        EventProbe.publish(List.of(aPoisonedSubject()));
        soon().untilAsserted(() -> assertThat(letters()).hasSize(3));

        Answer repaired =
                operator().post(LETTERS + "/" + letters().getFirst() + "/repair", "{\"data\": " + json(closed()) + "}");

        assertThat(repaired.json().at("/waiting").asInt()).isZero();
        assertThat(effects(id)).containsExactly("1 opened", "2 closed", "3 opened");
    }

    @Test
    void laterEventsGoOnAfterADiscard() {
        aPoisonedSubject();
        double discarded = settled("discarded");
        String first = letters().getFirst();

        Answer answer = operator().post(LETTERS + "/" + first + "/discard", "{\"reason\": \"never happened\"}");

        assertThat(answer.json().toString()).isEqualTo("{\"settled\":2,\"waiting\":0}");
        assertThat(effects(id)).containsExactly("1 opened", "3 opened");
        publish(position.numbered(4, closed()));
        soon().untilAsserted(() -> assertThat(effects(id)).containsExactly("1 opened", "3 opened", "4 closed"));
        assertThat(settled("discarded")).isEqualTo(discarded + 1);
        assertThat(settlement(first))
                .containsEntry("outcome", "DISCARDED")
                .containsEntry("reason", "never happened")
                .doesNotContainKeys("value", "headers");
    }

    @Test
    void theOriginalAndWhoRepairedItAreKeptUntilTheLetterIsDone() {
        aPoisonedSubject();
        String first = letters().getFirst();
        String operatorId = newId();

        var operator = with(TestTokens.operator(operatorId));
        operator.post(LETTERS + "/" + first + "/repair", "{\"data\": {\"positionId\": 3}}");
        operator()
                .post(
                        LETTERS + "/" + first + "/repair",
                        "{\"data\": {\"positionId\": 4}}",
                        "X-Correlation-ID",
                        "second-try");

        Answer view = operator.get(LETTERS + "/" + first);
        assertThat(view.json().at("/original/data").asString()).isEqualTo("{\"positionId\": 17}");
        assertThat(view.json().at("/content/data").asString()).isEqualTo("{\"positionId\":4}");
        assertThat(view.json().at("/repaired/correlationId").asString()).isEqualTo("second-try");
        operator.post(LETTERS + "/" + first + "/repair", "{\"data\": " + json(closed()) + "}");
        assertThat(settlement(first)).containsEntry("outcome", "REPAIRED");
        assertThat(settlement(first).get("act", Document.class)).containsEntry("by", "user/" + operatorId);
        assertThat(operator.get(LETTERS + "/" + first).status()).isEqualTo(404);
    }

    @Test
    void anotherTypeCanBePartOfTheRepair() {
        aPoisonedSubject();
        String content = "{\"type\": \"position.opened.v1\", \"data\": " + json(opened()) + "}";

        operator().post(LETTERS + "/" + letters().getFirst() + "/repair", content);

        assertThat(effects(id)).containsExactly("1 opened", "2 opened", "3 opened");
    }

    @Test
    void replayEndsAtTheFirstThatFailsAgainAndSaysWhy() {
        faults.failEffect(subject(id), new IllegalStateException("no rule for this"));
        publish(position.next(opened()), position.next(closed()));
        soon().untilAsserted(() -> assertThat(letters()).hasSize(2));
        faults.failEffect(subject(id), new IllegalStateException("still no rule"));

        Answer answer = operator().post(LETTERS + "/" + letters().getLast() + "/replay", "");

        assertThat(answer.json().at("/stopped/id").asString())
                .isEqualTo(letters().getFirst());
        assertThat(operator()
                        .get(LETTERS + "/" + letters().getFirst())
                        .json()
                        .at("/letter/cause")
                        .asString())
                .isEqualTo("IllegalStateException: still no rule");
        faults.heal(subject(id));
        assertThat(operator()
                        .post(LETTERS + "/" + letters().getLast() + "/replay", "")
                        .json()
                        .at("/settled")
                        .asInt())
                .isEqualTo(2);
        assertThat(effects(id)).containsExactly("1 opened", "2 closed");
    }

    @Test
    void whatWasReplayedOnceStaysSo() {
        aPoisonedSubject();
        String first = letters().getFirst();
        String body = "{\"reason\": \"never happened\"}";
        String key = newId();

        var operator = operator();
        Answer once = operator.postWithKey(key, LETTERS + "/" + first + "/discard", body);
        Answer again = operator.postWithKey(key, LETTERS + "/" + first + "/discard", body);

        assertThat(once.json().toString()).isEqualTo("{\"settled\":2,\"waiting\":0}");
        assertThat(again.json()).isEqualTo(once.json());
        assertThat(operator.postWithKey(key, LETTERS + "/" + first + "/discard", "{\"reason\": \"another\"}")
                        .status())
                .isEqualTo(422);
        assertThat(operator.post(LETTERS + "/" + first + "/discard", body)
                        .json()
                        .toString())
                .isEqualTo("{\"settled\":0,\"waiting\":0}");
        assertThat(effects(id)).containsExactly("1 opened", "3 opened");
        assertThat(operator().postPlain(LETTERS + "/" + first + "/replay", "").status())
                .isEqualTo(400);
        assertThat(operator().post(LETTERS + "/nothing/replay", "").status()).isEqualTo(404);
    }

    @Test
    void onlyTheFirstOfASubjectIsRepairedOrDiscarded() {
        aPoisonedSubject();
        String second = letters().getLast();

        assertThat(operator()
                        .post(LETTERS + "/" + second + "/discard", "{\"reason\": \"never happened\"}")
                        .status())
                .isEqualTo(409);
        assertThat(operator()
                        .post(LETTERS + "/" + second + "/repair", "{\"data\": {}}")
                        .status())
                .isEqualTo(409);
        assertThat(operator().post(LETTERS + "/" + second + "/repair", "{}").status())
                .isEqualTo(400);
    }

    @Test
    void lettersAreListedByWhatTheyAreAbout() {
        aPoisonedSubject();

        Answer page = operator().get(LETTERS + "?limit=1&subject=" + subject(id));
        assertThat(page.json().at("/items")).hasSize(1);
        assertThat(page.json().at("/items/0/sequence").asString()).endsWith("3");
        Answer rest = operator()
                .get(LETTERS + "?limit=1&subject=" + subject(id) + "&cursor="
                        + page.json().at("/next").asString());
        assertThat(rest.json().at("/items/0/type").asString()).isEqualTo("position.closed.v1");
        assertThat(rest.json().at("/next").isMissingNode()).isTrue();
        String ours = "?subject=" + subject(id) + "&consumer=trial.positions&topic=";
        assertThat(operator().get(LETTERS + ours + "session-events").json().at("/items"))
                .hasSize(2);
        assertThat(operator().get(LETTERS + ours + "scoring-events").json().at("/items"))
                .isEmpty();
    }

    @Test
    void lettersAreForOperatorsAlone() {
        aPoisonedSubject();
        String letter = LETTERS + "/" + letters().getFirst();
        var others = Stream.concat(
                        Stream.of(Role.values())
                                .filter(role -> role != Role.OPERATOR)
                                .map(role -> TestTokens.user(organization, newId(), role)),
                        Stream.of(
                                TestTokens.apiKey(organization, newId(), "interviews:write"),
                                TestTokens.service(organization, "session-service", "evaluations:import")))
                .toList();

        for (String token : others) {
            assertThat(with(token).get(LETTERS).status()).isEqualTo(403);
            assertThat(with(token).get(letter).status()).isEqualTo(403);
            assertThat(with(token).post(letter + "/replay", "").status()).isEqualTo(403);
            assertThat(with(token).post(letter + "/repair", "{\"data\": {}}").status())
                    .isEqualTo(403);
            assertThat(with(token)
                            .post(letter + "/discard", "{\"reason\": \"no\"}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(stranger().get(LETTERS).status()).isEqualTo(401);
        assertThat(stranger().post(letter + "/replay", "").status()).isEqualTo(401);
        assertThat(operator().get(OPENINGS).status()).isEqualTo(403);
        assertThat(operator().post(OPENINGS, "{\"timeZone\": \"UTC\"}").status())
                .isEqualTo(403);
        assertThat(letters()).hasSize(2);
    }

    /** Event 1 is fine, 2 is poison, 3 waits behind it; the other subject's two events are fine. */
    private ProducerRecord<String, byte[]> aPoisonedSubject() {
        publish(position.next(opened()), otherPosition.next(otherOpened()));
        ProducerRecord<String, byte[]> good = Events.record(position.next(closed()));
        var poison = new ProducerRecord<>(
                good.topic(), null, good.key(), "{\"positionId\": 17}".getBytes(UTF_8), good.headers());
        EventProbe.publish(List.of(
                poison, Events.record(position.next(opened())), Events.record(otherPosition.next(otherOpened()))));
        soon().untilAsserted(() -> assertThat(letters()).hasSize(2));
        return poison;
    }

    private List<String> letters() {
        return deadLetters(id).stream().map(letter -> letter.getString("_id")).toList();
    }

    private Document settlement(String letter) {
        return Objects.requireNonNull(mongo.getCollection("settledLetters")
                .find(new Document("_id", letter))
                .first());
    }

    private double settled(String outcome) {
        return meters.counter("parley.deadletters.settled", "outcome", outcome).count();
    }

    private DomainEvent opened() {
        return new PositionOpened(new PositionId(id), "UTC", Instant.EPOCH);
    }

    private DomainEvent otherOpened() {
        return new PositionOpened(new PositionId(other), "UTC", Instant.EPOCH);
    }

    private DomainEvent closed() {
        return new PositionClosed(new PositionId(id), Instant.EPOCH);
    }

    private static String json(DomainEvent event) {
        return ContractsJson.events().writeValueAsString(event);
    }

    private static void publish(dev.parley.contracts.Envelope... events) {
        EventProbe.publish(Stream.of(events).map(Events::record).toList());
    }
}
