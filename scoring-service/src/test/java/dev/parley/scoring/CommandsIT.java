package dev.parley.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What requests get that are wrong, early, late or repeated. */
@ScoringServiceTest
class CommandsIT {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"rating\":0,\"client\":\"tab\",\"counter\":1}; /rating",
                "{\"rating\":6,\"client\":\"tab\",\"counter\":1}; /rating",
                "{\"rating\":\"5\",\"client\":\"tab\",\"counter\":1}; /rating",
                "{\"rating\":2.5,\"client\":\"tab\",\"counter\":1}; /rating",
                "{\"client\":\"tab\",\"counter\":1}; /rating",
                "{\"rating\":3,\"counter\":1}; /client",
                "{\"rating\":3,\"client\":\"no spaces\",\"counter\":1}; /client",
                "{\"rating\":3,\"client\":\"tab\"}; /counter",
                "{\"rating\":3,\"client\":\"tab\",\"counter\":0}; /counter",
                "{\"rating\":3,\"client\":\"tab\",\"counter\":1,\"mood\":1}; /mood",
            })
    void faultyRatingIsNamed(String body, String pointer) {
        Play play = Play.started(port, AnInterview.withPanelOf(1));

        var answer = play.member(0).put(play.card() + "/ratings/" + play.interview.item(0), body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void evidenceHasALimit() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));

        assertThat(play.rate(0, 0, "3", "e".repeat(4000)).status()).isEqualTo(200);
        assertThat(play.rate(0, 0, "3", "e".repeat(4001)).status()).isEqualTo(400);
        assertThat(play.rate(0, 0, "3", "").status()).isEqualTo(200);
        assertThat(play.member(0).get(play.card()).body()).doesNotContain("eeee");
    }

    @Test
    void unknownItemIsNotFound() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        String body = "{\"rating\":3,\"client\":\"tab\",\"counter\":1}";

        assertThat(play.member(0)
                        .put(play.card() + "/ratings/" + AnInterview.id(), body)
                        .status())
                .isEqualTo(404);
        assertThat(play.member(0).put(play.card() + "/ratings/nothing", body).status())
                .isEqualTo(400);
    }

    @Test
    void submissionNamesWhatIsMissing() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));

        assertThat(play.submit(0).json().path("errors")).hasSize(4);
        play.rate(0, 1, "null", "");
        var answer = play.submit(0);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("/ratings/" + play.interview.item(0), "/ratings/" + play.interview.item(2), "/recommendation")
                .doesNotContain("/ratings/" + play.interview.item(1));
    }

    @Test
    void sealedCardTakesNoMoreEditsAndIsReadableByItsAuthor() {
        Play play = Play.started(port, AnInterview.withPanelOf(2));
        play.writes(0, "4 - 2");
        assertThat(play.submit(0).status()).isEqualTo(200);

        assertThat(play.rate(0, 0, "1", "").status()).isEqualTo(409);
        assertThat(play.recommend(0, "NO").status()).isEqualTo(409);
        assertThat(play.submit(0).status()).isEqualTo(409);
        var card = play.member(0).get(play.card()).json();
        assertThat(card.path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(card.path("ratings")).hasSize(3);
        assertThat(card.at("/ratings/1/rating").isNull()).isTrue();
        assertThat(card.at("/ratings/0/evidence").asString()).isEqualTo("seen by 0");
        assertThat(card.at("/items/0/anchors")).hasSize(5);
    }

    @Test
    void overtakenEditIsAcknowledgedWithoutChange() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        String path = play.card() + "/ratings/" + play.interview.item(0);
        var later = play.member(0).put(path, "{\"rating\":5,\"client\":\"tab\",\"counter\":9}");

        var earlier = play.member(0).put(path, "{\"rating\":1,\"client\":\"tab\",\"counter\":8}");

        assertThat(earlier.status()).isEqualTo(200);
        assertThat(earlier.etag()).isEqualTo(later.etag());
        assertThat(play.member(0)
                        .get(play.card())
                        .json()
                        .at("/ratings/0/rating")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void repeatOfASubmissionGetsTheSame() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        play.writes(0, "4 4 4");
        play.completes();
        String key = AnInterview.id();

        var first = play.member(0).command("POST", play.card() + "/submission", key, "{}");
        play.awaitState("REVEALED");
        var second = play.member(0).command("POST", play.card() + "/submission", key, "{}");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.etag()).isEqualTo(first.etag());
    }

    @Test
    void submissionMayNameTheVersionItWasMadeFor() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        play.writes(0, "4 4 4");
        String seen = play.member(0).get(play.card()).etag();
        String path = play.card() + "/submission";
        play.rate(0, 0, "1", "");

        assertThat(play.member(0).post(path, "{}", "If-Match", seen).status()).isEqualTo(412);
        seen = play.member(0).get(play.card()).etag();
        assertThat(play.member(0).post(path, "{}", "If-Match", seen).status()).isEqualTo(200);
    }

    @Test
    void decisionWaitsForTheRevealAndNamesItsVersion() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        String path = play.path() + "/decisions";
        String body = "{\"outcome\":\"HOLD\",\"rationale\":\"wait\"}";

        assertThat(play.recruiter()
                        .post(path, body, "If-Match", play.evaluation().etag())
                        .status())
                .isEqualTo(409);
        play.writes(0, "4 4 4");
        play.submit(0);
        play.completes();
        String seen = play.awaitState("REVEALED").etag();
        assertThat(play.recruiter().post(path, body).status()).isEqualTo(428);
        assertThat(play.recruiter().post(path, body, "If-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(play.recruiter().post(path, body, "If-Match", seen).status()).isEqualTo(200);
    }

    @Test
    void excusingTheLastMissingMemberReveals() {
        Play play = Play.started(port, AnInterview.withPanelOf(2));
        play.writes(0, "4 4 4");
        play.submit(0);
        play.completes();
        String seen = play.awaitState("FROZEN").etag();

        var excused = play.recruiter()
                .post(play.path() + "/excusals", """
                {"interviewerId":"%s","reason":"has left us"}""".formatted(play.interview.member(1)), "If-Match", seen);

        assertThat(excused.status()).as(excused.body()).isEqualTo(200);
        var evaluation = play.evaluation();
        assertThat(evaluation.json().path("state").asString()).isEqualTo("REVEALED");
        assertThat(evaluation.json().at("/panel/1/excused").asBoolean()).isTrue();
        assertThat(evaluation.body()).doesNotContain("has left us");
        play.rate(1, 0, "3", "");
        assertThat(play.submit(1).status()).isEqualTo(409);
    }

    @Test
    void excusalThatLeavesFewerThanTheKitDemandsIsRefused() {
        Play play = Play.started(port, AnInterview.withPanelOf(2).demanding(2));
        String seen = play.evaluation().etag();

        var refused = play.recruiter()
                .post(play.path() + "/excusals", """
                {"interviewerId":"%s","reason":"ill"}""".formatted(play.interview.member(1)), "If-Match", seen);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/conflict");
        assertThat(refused.json().path("detail").asString()).contains("at least 2");
        assertThat(play.evaluation().json().at("/panel/1/excused").asBoolean()).isFalse();
    }

    @Test
    void writeWaitsForTheEventThatAllowsIt() {
        Play play = Play.unplanned(port, AnInterview.withPanelOf(1));

        var early = CompletableFuture.supplyAsync(() -> play.rate(0, 0, "3", "early"));
        play.happens(play.interview.scheduled(), play.interview.started());

        assertThat(early.join().status()).isEqualTo(200);
    }

    @Test
    void writeForAnUnknownSessionIsToldToComeBack() {
        Play play = Play.unplanned(port, AnInterview.withPanelOf(1));

        var answer = play.rate(0, 0, "3", "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(play.evaluation().status()).isEqualTo(404);
    }
}
