package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.EventCodec;
import dev.parley.platform.Service;
import dev.parley.platform.Service.Answer;
import dev.parley.platform.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandIT extends ServiceTest {

    private static final String VIENNA = """
            {"timeZone": "Europe/Vienna"}""";

    @Test
    void commandWithoutIdempotencyKeyIsRefused() {
        Answer answer = recruiter().postPlain(OPENINGS, VIENNA);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/Idempotency-Key");
        assertThat(recruiter().get(OPENINGS).json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "with space", "\"\""})
    void keyMustBeOneWord(String key) {
        Answer answer = recruiter().postWithKey(key, OPENINGS, VIENNA);

        // two quotes are two printable characters
        assertThat(answer.status()).isEqualTo(key.equals("\"\"") ? 201 : 400);
    }

    @Test
    void keyIsTheSameWithAndWithoutTheQuotesOfTheDraftStandard() {
        Service recruiter = recruiter();
        String key = newId();

        assertThat(recruiter.postWithKey('"' + key + '"', OPENINGS, VIENNA).id())
                .isEqualTo(recruiter.postWithKey(key, OPENINGS, VIENNA).id());
        assertThat(recruiter.postWithKey("x".repeat(201), OPENINGS, VIENNA).status())
                .isEqualTo(400);
    }

    @Test
    void repeatedCreateGetsTheSameAndDoesNothing() {
        Service recruiter = recruiter();
        String key = newId();
        Answer first = recruiter.postWithKey(key, OPENINGS, VIENNA);
        recruiter.post(OPENINGS + "/" + first.id() + "/turn", "{}");

        Answer again = recruiter.postWithKey(key, OPENINGS, VIENNA);

        assertSame(first, again);
        assertThat(again.status()).isEqualTo(201);
        assertThat(distinctEvents(first.id(), 2)).isEqualTo(2);
    }

    @Test
    void repeatedCommandGetsTheSameAlthoughTheVersionHasMovedOn() {
        Service recruiter = recruiter();
        String path = OPENINGS + "/" + anOpening();
        String key = newId();
        Answer first = recruiter.postWithKey(key, path + "/closure", "{}", "If-Match", "\"1\"");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        recruiter.post(path + "/turn", "{}");

        Answer again = recruiter.postWithKey(key, path + "/closure", "{}", "If-Match", "\"1\"");

        assertSame(first, again);
        assertThat(recruiter.get(path).json().path("version").asInt()).isEqualTo(3);
    }

    private static void assertSame(Answer first, Answer again) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json()).isEqualTo(first.json());
    }

    private static long distinctEvents(String id, long sequence) {
        return recordsUpTo(id, sequence).stream()
                .map(one -> EventCodec.text(one.headers(), "ce_id"))
                .distinct()
                .count();
    }

    @Test
    void sameKeyWithAnotherPayloadIsRefused() {
        Service recruiter = recruiter();
        String key = newId();
        String id = recruiter.postWithKey(key, OPENINGS, VIENNA).id();

        Answer other = recruiter.postWithKey(key, OPENINGS, """
                {"timeZone": "Asia/Tokyo"}""");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("type").asString()).isEqualTo("/problems/key-reused");
        assertThat(recruiter.get(OPENINGS + "/" + id).json().path("timeZone").asString())
                .isEqualTo("Europe/Vienna");
    }

    @Test
    void keyOfSomebodyElseOrOfAnotherRouteIsAnotherKey() {
        Service recruiter = recruiter();
        String key = newId();
        String mine = recruiter.postWithKey(key, OPENINGS, VIENNA).id();

        assertThat(recruiter().postWithKey(key, OPENINGS, VIENNA).id()).isNotEqualTo(mine);
        assertThat(recruiterElsewhere().postWithKey(key, OPENINGS, VIENNA).id()).isNotEqualTo(mine);
        assertThat(recruiter
                        .postWithKey(key, OPENINGS + "/" + mine + "/turn", VIENNA)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keyThatComesBackAfterADayMeetsWhatItMade() {
        Service recruiter = recruiter();
        String key = newId();
        String id = recruiter.postWithKey(key, OPENINGS, VIENNA).id();
        Date yesterday = Date.from(Instant.now().minus(Duration.ofHours(24)));
        documents()
                .updateOne(new Document("_id", id), new Document("$set", new Document("idempotency.0.at", yesterday)));

        Answer late = recruiter.postWithKey(key, OPENINGS, VIENNA);

        assertThat(late.status()).isEqualTo(409);
        assertThat(document(id).getLong("version")).isEqualTo(1);
    }

    @Test
    void versionedCommandMustNameTheCurrentVersion() {
        Service recruiter = recruiter();
        String path = OPENINGS + "/" + anOpening() + "/closure";

        assertThat(recruiter.post(path, "{}").status()).isEqualTo(428);
        Answer stale = recruiter.post(path, "{}", "If-Match", "\"7\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("detail").asString())
                .isEqualTo("If-Match names version 7, the current version is 1.");
        assertThat(recruiter.post(path, "{}", "If-Match", "\"1\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "*", "W/\"1\"", "\"1\", \"2\"", "\"one\"", "\"-1\"", "\"\"", "\"9999999999999999999\""})
    void anythingButOneEtagIsNoVersion(String header) {
        Answer answer = recruiter().post(OPENINGS + "/" + anOpening() + "/closure", "{}", "If-Match", header);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/If-Match");
    }

    @Test
    void mergingCommandTakesWhateverVersionItFinds() {
        Answer answer = recruiter().post(OPENINGS + "/" + anOpening() + "/remarks", """
                        {"text": "hello"}""", "If-Match", "\"99\"");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void concurrentCreatesWithOneKeyHaveOneEffect() {
        Service recruiter = recruiter();
        String key = newId();

        List<Answer> answers = atOnce(8, () -> recruiter.postWithKey(key, OPENINGS, VIENNA));

        assertThat(answers).allSatisfy(answer -> assertSame(answers.getFirst(), answer));
        assertThat(answers.getFirst().status()).isEqualTo(201);
        assertThat(document(answers.getFirst().id()).getLong("version")).isEqualTo(1);
    }

    @Test
    void concurrentRepeatsOfOneCommandHaveOneEffect() {
        Service recruiter = recruiter();
        String id = anOpening();
        String key = newId();

        List<Answer> answers = atOnce(8, () -> recruiter.postWithKey(key, OPENINGS + "/" + id + "/turn", "{}"));

        assertThat(answers).allSatisfy(answer -> assertSame(answers.getFirst(), answer));
        assertThat(answers.getFirst().status()).isEqualTo(200);
        assertThat(document(id).getLong("sequence")).isEqualTo(2);
    }

    @Test
    void ofTwoCommandsForOneVersionOneIsStale() {
        Service recruiter = recruiter();
        String path = OPENINGS + "/" + anOpening() + "/closure";

        List<Answer> answers = atOnce(2, () -> recruiter.post(path, "{}", "If-Match", "\"1\""));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = IntStream.range(0, times)
                    .mapToObj(_ -> executor.submit(task))
                    .toList();
            return futures.stream().map(CommandIT::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
