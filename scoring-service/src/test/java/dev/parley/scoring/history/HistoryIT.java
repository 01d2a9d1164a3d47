package dev.parley.scoring.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventTypes;
import dev.parley.contracts.Role;
import dev.parley.contracts.Topic;
import dev.parley.scoring.AnInterview;
import dev.parley.scoring.Api;
import dev.parley.scoring.Play;
import dev.parley.scoring.ScoringServiceTest;
import dev.parley.scoring.Story;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.TestTokens;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Interviews of the past. */
@ScoringServiceTest
class HistoryIT {

    private static final String DECISION = """
            {"outcome":"REJECT","decidedBy":"%s","decidedAt":"2026-03-03T09:00:00.000Z","rationale":"not now"}""";

    @LocalServerPort
    private int port;

    private final AnInterview interview = AnInterview.withPanelOf(2);

    private Play past() {
        Play play = Play.ofThePast(port, interview);
        play.happens(interview.scheduled(), interview.started(), interview.completed());
        play.awaitState("FROZEN");
        return play;
    }

    private Api job() {
        return new Api(port, TestTokens.service(interview.organization(), "session-service", "evaluations:import"));
    }

    private Api.Answer bring(String body) {
        return job().post("/internal/v1/imported-evaluations", body);
    }

    private String history(List<Integer> members, String decision) {
        String cards = String.join(",", members.stream().map(this::card).toList());
        return """
                {"sessionId":"%s","scorecards":[%s]%s}""".formatted(interview.session(), cards, decision.isEmpty() ? "" : ",\"decision\":" + decision);
    }

    private String card(int member) {
        return """
                {"interviewerId":"%s","submittedAt":"2026-03-02T12:0%d:00.000Z","recommendation":"NO","ratings":[
                 {"itemId":"%s","rating":4,"evidence":"as told"},{"itemId":"%s","rating":null}]}""".formatted(interview.member(member), member, interview.item(0), interview.item(1));
    }

    private String decision() {
        return DECISION.formatted(interview.member(0));
    }

    @Test
    void wholeHistoryIsTakenAndTold() {
        Play play = past();

        assertThat(bring(history(List.of(0, 1), decision())).status()).isEqualTo(200);

        var json = play.evaluation().json();
        assertThat(json.path("state").asString()).isEqualTo("DECIDED");
        assertThat(json.path("scoreMilli").asInt()).isEqualTo(4000);
        assertThat(json.path("ratingsCount").asInt()).isEqualTo(2);
        assertThat(json.at("/cards/1/submittedAt").asString()).isEqualTo("2026-03-02T12:01:00.000Z");
        assertThat(json.at("/cards/0/ratings/0/evidence").asString()).isEqualTo("as told");
        assertThat(json.at("/decisions/0/rationale").asString()).isEqualTo("not now");
        List<Envelope> events = story(6);
        assertThat(events).allMatch(event -> event.metadata().imported());
        assertThat(events.stream()
                        .map(event -> EventTypes.nameOf(event.event()) + " "
                                + event.event().occurredAt()))
                .containsExactly(
                        "evaluation.opened.v1 2026-03-01T09:00:00Z",
                        "evaluation.frozen.v1 2026-03-02T11:00:00Z",
                        "scorecard.submitted.v2 2026-03-02T12:00:00Z",
                        "scorecard.submitted.v2 2026-03-02T12:01:00Z",
                        "evaluation.revealed.v1 2026-03-02T12:01:00Z",
                        "decision.recorded.v1 2026-03-03T09:00:00Z");
    }

    @Test
    void repeatChangesNothing() {
        Play play = past();
        bring(history(List.of(0, 1), decision()));
        String before = play.evaluation().body();

        assertThat(bring(history(List.of(0, 1), decision())).status()).isEqualTo(200);
        assertThat(bring(history(List.of(1), "")).status()).isEqualTo(200);

        assertThat(play.evaluation().body()).isEqualTo(before);
    }

    @Test
    void jobsAtTheSameTimeAreOne() {
        Play play = past();
        String body = history(List.of(0, 1), decision());

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> bring(body)))
                .limit(4)
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).map(Api.Answer::status))
                .containsOnly(200);
        assertThat(play.evaluation().json().path("decisions")).hasSize(1);
        assertThat(story(6).getLast().sequence()).isEqualTo(6);
    }

    @Test
    void jobAheadOfTheEventsIsToldToComeBack() {
        String body = history(List.of(0, 1), decision());

        assertThat(bring(body).status()).isEqualTo(409);
        Play play = Play.ofThePast(port, interview);
        play.happens(interview.scheduled());
        play.awaitState("SCHEDULED");
        var early = bring(body);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.header("Retry-After")).isEqualTo("1");
        play.happens(interview.started(), interview.completed());
        assertThat(bring(body).status()).isEqualTo(200);
    }

    @Test
    void undecidedInterviewStaysOpenForItsDecision() {
        Play play = past();

        assertThat(bring(history(List.of(0, 1), "")).status()).isEqualTo(200);

        var evaluation = play.evaluation();
        assertThat(evaluation.json().path("state").asString()).isEqualTo("REVEALED");
        var decided = play.recruiter()
                .post(
                        play.path() + "/decisions",
                        "{\"outcome\":\"HOLD\",\"rationale\":\"now\"}",
                        "If-Match",
                        evaluation.etag());
        assertThat(decided.status()).isEqualTo(200);
        assertThat(story(6).getLast().metadata().imported()).isFalse();
    }

    @Test
    void faultyHistoryIsRefusedWhole() {
        Play play = past();

        var answer = bring(history(List.of(0, 0), "").replace(interview.item(1).value(), AnInterview.id()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("/scorecards/0/ratings/1/itemId", "/scorecards/1/ratings/1/itemId")
                .contains("/scorecards/1/interviewerId");
        assertThat(bring(history(List.of(0), decision()))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/decision");
        assertThat(play.evaluation().json().at("/panel/0/submitted").asBoolean())
                .isFalse();
    }

    @Test
    void liveInterviewTakesNoHistory() {
        Play play = Play.started(port, interview);
        play.completes();
        play.awaitState("FROZEN");

        assertThat(bring(history(List.of(0, 1), "")).status()).isEqualTo(409);
        assertThat(Api.user(port, interview.organization(), AnInterview.id(), Role.ADMIN)
                        .post("/internal/v1/imported-evaluations", history(List.of(0), ""))
                        .status())
                .isEqualTo(403);
    }

    private List<Envelope> story(int length) {
        try (var probe = new EventProbe(Topic.SCORING)) {
            return Story.of(interview, length, probe);
        }
    }
}
