package dev.parley.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.contracts.Topic;
import dev.parley.scoring.evaluations.EvaluationService;
import dev.parley.scoring.seals.SealedCard;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Before the reveal: every route that can be read, by everyone but the author; the topic; the log. */
@ScoringServiceTest
@ExtendWith(OutputCaptureExtension.class)
class LeakIT {

    private static final String WORD = "quixotically";
    private static final Set<String> TELLING = Set.of(
            "rating",
            "ratings",
            "recommendation",
            "evidence",
            "salt",
            "cards",
            "scoreMilli",
            "ratingsCount",
            "spread",
            "disagreements",
            "decisions");

    @LocalServerPort
    private int port;

    @Autowired
    private EvaluationService evaluations;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Test
    void nothingOfACardIsToldBeforeTheReveal(CapturedOutput log) {
        Play play = Play.started(port, AnInterview.withPanelOf(3));
        play.rate(0, 0, "5", WORD);
        play.rate(0, 1, "5", WORD);
        play.rate(0, 2, "5", WORD);
        play.recommend(0, "STRONG_YES");
        assertThat(play.rate(0, 0, "9", WORD).body()).doesNotContain(WORD);
        assertThat(play.rate(0, 0, "5", WORD.repeat(400)).body()).doesNotContain(WORD);
        play.writes(1, "1 1 1");
        assertNothingIsTold(play, log);

        play.submit(0);
        assertNothingIsTold(play, log);
        play.submit(1);
        play.completes();
        play.awaitState("FROZEN");
        assertNothingIsTold(play, log);

        play.writes(2, "1 1 1");
        play.submit(2);
        for (Api reader : List.of(play.admin(), play.recruiter(), play.member(1), play.member(2))) {
            assertThat(reader.get(play.path()).body()).contains(WORD, "STRONG_YES");
        }
        assertThat(log).doesNotContain(WORD);
    }

    private void assertNothingIsTold(Play play, CapturedOutput log) {
        List<String> secrets = secrets(play);
        for (Api reader : readers(play)) {
            for (String path : readable(play)) {
                var answer = reader.get(path);
                assertThat(answer.body()).as(path).doesNotContain(secrets);
                if (answer.status() == 200 && path.equals(play.path())) {
                    assertThat(fields(answer.json())).doesNotContainAnyElementsOf(TELLING);
                }
            }
        }
        assertThat(log).doesNotContain(secrets);
        assertTopicTellsNothing(play, secrets);
    }

    private static void assertTopicTellsNothing(Play play, List<String> secrets) {
        try (var probe = new EventProbe(Topic.SCORING)) {
            for (var event : probe.records(
                    1, one -> one.subject().id().equals(play.interview.session().value()))) {
                assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .doesNotContain(secrets)
                        .doesNotContain(TELLING.stream()
                                .map(field -> "\"" + field + "\"")
                                .toList());
            }
        }
    }

    /** The evidence, the advice, and once the card is sealed its salt. */
    private List<String> secrets(Play play) {
        List<String> secrets = new ArrayList<>(List.of(WORD, "STRONG_YES"));
        evaluations
                .find(play.interview.organization(), play.interview.session())
                .flatMap(found -> found.state().cardOf(play.interview.member(0)))
                .map(SealedCard::seal)
                .ifPresent(seal -> secrets.add(seal.salt()));
        return secrets;
    }

    private List<Api> readers(Play play) {
        var organization = play.interview.organization();
        String allScopes = TestTokens.apiKey(
                organization, AnInterview.id(), "scorecards:read", "evaluations:read", "analytics:read");
        String panelAdmin = play.interview.member(2).value();
        return List.of(
                play.admin(),
                play.recruiter(),
                play.member(1),
                play.member(2),
                Api.user(port, organization, panelAdmin, Role.ADMIN, Role.RECRUITER, Role.INTERVIEWER),
                new Api(port, allScopes),
                new Api(port, TestTokens.service(organization, "session-service", "evaluations:import")));
    }

    private List<String> readable(Play play) {
        // springdoc describes types and knows no data
        List<String> paths = routes.getHandlerMethods().entrySet().stream()
                .filter(route -> !route.getValue().getBeanType().getName().startsWith("org.springdoc"))
                .map(Map.Entry::getKey)
                .filter(route -> route.getMethodsCondition().getMethods().isEmpty()
                        || route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .map(pattern -> pattern.replace(
                                "{sessionId}", play.interview.session().value())
                        .replace("{id}", "scoring-service.sessions:session-events:0:0"))
                .collect(Collectors.toList());
        paths.addAll(List.of("/actuator/health", "/actuator/prometheus"));
        assertThat(paths).contains(play.path(), play.card());
        return paths;
    }

    private static Set<String> fields(JsonNode json) {
        Set<String> names = json.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
        json.forEach(child -> names.addAll(fields(child)));
        return names;
    }
}
