package dev.parley.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.testkit.TestTokens;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may not, on every route (OWASP API Security 2023, API1 and API5). */
@ScoringServiceTest
class AccessIT {

    @LocalServerPort
    private int port;

    private record Route(String name, List<Role> roles, BiFunction<Api, Play, Api.Answer> call) {}

    private static final List<Role> STAFF = List.of(Role.ADMIN, Role.RECRUITER);
    private static final List<Role> PEOPLE = List.of(Role.ADMIN, Role.RECRUITER, Role.INTERVIEWER);

    private final List<Route> routes = List.of(
            new Route("evaluation", PEOPLE, (api, play) -> api.get(play.path())),
            new Route(
                    "excusal",
                    STAFF,
                    (api, play) -> api.post(
                            play.path() + "/excusals", """
                    {"interviewerId":"%s","reason":"ill"}""".formatted(play.interview.member(0)), "If-Match", "\"1\"")),
            new Route("decision", STAFF, (api, play) -> api.post(play.path() + "/decisions", """
                    {"outcome":"HOLD","rationale":"wait"}""", "If-Match", "\"1\"")),
            new Route("card", PEOPLE, (api, play) -> api.get(play.card())),
            new Route(
                    "rating", PEOPLE, (api, play) -> api.put(play.card() + "/ratings/" + play.interview.item(0), """
                    {"rating":3,"client":"tab","counter":1}""")),
            new Route("recommendation", PEOPLE, (api, play) -> api.put(play.card() + "/recommendation", """
                    {"recommendation":"NO","client":"tab","counter":1}""")),
            new Route("submission", PEOPLE, (api, play) -> api.post(play.card() + "/submission", "{}")),
            new Route(
                    "import",
                    List.of(),
                    (api, play) ->
                            api.post("/internal/v1/imported-evaluations", """
                    {"sessionId":"%s","scorecards":[]}""".formatted(play.interview.session()))));

    @Test
    void tokensThatAreNoneAreRefused() {
        Play play = Play.unplanned(port, AnInterview.withPanelOf(1));
        OrganizationId organization = play.interview.organization();
        String user = play.interview.member(0).value();
        for (Route route : routes) {
            for (String token : List.of(
                    "",
                    "nonsense",
                    TestTokens.forged(organization, user, Role.ADMIN),
                    TestTokens.expired(organization, user, Role.ADMIN))) {
                assertThat(route.call.apply(new Api(port, token), play).status())
                        .as(route.name)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void rolesAndKeysWithoutTheRightAreRefused() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        OrganizationId organization = play.interview.organization();
        for (Route route : routes) {
            for (Role role : Role.values()) {
                if (!route.roles.contains(role)) {
                    // even a member of the panel
                    Api member = Api.user(
                            port, organization, play.interview.member(0).value(), role);
                    assertThat(route.call.apply(member, play).status())
                            .as(route.name + " as " + role)
                            .isEqualTo(403);
                }
            }
            Api key = new Api(
                    port, TestTokens.apiKey(organization, AnInterview.id(), "scorecards:read", "decisions:write"));
            assertThat(route.call.apply(key, play).status())
                    .as(route.name + " with a key")
                    .isEqualTo(403);
        }
    }

    @Test
    void importIsForServicesOnly() {
        Play play = Play.unplanned(port, AnInterview.withPanelOf(1));
        String key = TestTokens.apiKey(play.interview.organization(), AnInterview.id(), "evaluations:import");

        assertThat(routes.getLast().call.apply(new Api(port, key), play).status())
                .isEqualTo(403);
    }

    @Test
    void interviewersSeeTheirOwnPanelsOnly() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        Api outsider = Api.user(port, play.interview.organization(), AnInterview.id(), Role.INTERVIEWER);

        assertThat(outsider.get(play.path()).status()).isEqualTo(403);
        assertThat(play.member(0).get(play.path()).status()).isEqualTo(200);
        String reader = TestTokens.apiKey(play.interview.organization(), AnInterview.id(), "evaluations:read");
        assertThat(new Api(port, reader).get(play.path()).status()).isEqualTo(200);
    }

    @Test
    void nobodyOutsideThePanelHasACard() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        play.writes(0, "1 2 3");

        for (Api other : List.of(play.admin(), play.recruiter())) {
            assertThat(other.get(play.card()).status()).isEqualTo(403);
            assertThat(other.post(play.card() + "/submission", "{}").status()).isEqualTo(403);
        }
    }

    @Test
    void anotherOrganizationFindsNothing() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        Api foreigner = Api.user(
                port,
                new OrganizationId(AnInterview.id()),
                play.interview.member(0).value(),
                Role.ADMIN);

        for (Route route : routes.subList(0, routes.size() - 1)) {
            assertThat(route.call.apply(foreigner, play).status())
                    .as(route.name)
                    .isIn(404, 409);
        }
        assertThat(play.evaluation().json().path("version").asInt()).isEqualTo(2);
    }
}
