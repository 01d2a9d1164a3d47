package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.session.Api.Answer;
import dev.parley.testkit.TestTokens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesIT extends WholeService {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Company company;
    private Map<String, String> ids;

    @BeforeAll
    void aCompanyWithOneOfEach() {
        company = Company.on(port);
        String session = company.aSession();
        Answer view = company.recruiter().get("/api/v1/sessions/" + session);
        String job = company.recruiter()
                .post("/api/v1/history-imports", "{\"interviews\": [{}]}")
                .id();
        ids = Map.of(
                "candidates", view.at("/candidateId"),
                "positions", view.at("/positionId"),
                "applications", view.at("/applicationId"),
                "sessions", session,
                "history-imports", job);
    }

    @Test
    void theseAreAllRoutes() {
        Set<String> actual = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("dev.parley.session")) {
                String pattern = info.getPatternValues().iterator().next();
                info.getMethodsCondition().getMethods().forEach(verb -> actual.add(verb + " " + pattern));
            }
        });

        assertThat(actual)
                .containsExactlyInAnyOrderElementsOf(
                        Route.all().map(Route::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("dev.parley.session.Route#all")
    void opensForNobodyWithoutAGoodToken(Route route) {
        String user = Company.uuid();

        assertThat(problem(call(route, new Api(port, null)))).isEqualTo("401 /problems/unauthenticated");
        assertThat(problem(call(route, new Api(port, "no.token.atall")))).isEqualTo("401 /problems/unauthenticated");
        assertThat(problem(call(route, new Api(port, TestTokens.forged(company.organization, user, Role.ADMIN)))))
                .isEqualTo("401 /problems/unauthenticated");
        assertThat(problem(call(route, new Api(port, TestTokens.expired(company.organization, user, Role.ADMIN)))))
                .isEqualTo("401 /problems/unauthenticated");
    }

    @ParameterizedTest
    @MethodSource("dev.parley.session.Route#all")
    void opensForItsRolesAndItsScopeOnly(Route route) {
        for (Role role : Role.values()) {
            Answer answer = call(route, company.as(Company.uuid(), role), Company.uuid());
            boolean allowed = List.of(route.roles().split(" ")).contains(role.name());
            assertThat(problem(answer).equals("403 /problems/forbidden"))
                    .as(role + ": " + answer.text())
                    .isEqualTo(!allowed);
        }
        for (String scope : List.of("interviews:read", "interviews:write", "identity:read")) {
            var key = new Api(port, TestTokens.apiKey(company.organization, Company.uuid(), scope));
            Answer answer = call(route, key, Company.uuid());
            assertThat(problem(answer).equals("403 /problems/forbidden"))
                    .as(scope + ": " + answer.text())
                    .isEqualTo(!scope.equals(route.scope()));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.session.Route#all")
    void showsNothingOfAnotherOrganization(Route route) {
        Api stranger = Company.unheardOf(port).as(Company.uuid(), Role.ADMIN);

        Answer answer = call(route, stranger);

        if (route.pattern().contains("{id}") || answer.text().contains("kitId")) {
            assertThat(problem(answer)).as(answer.text()).isEqualTo("404 /problems/not-found");
        } else if (route.isCommand()) {
            boolean refersToSomething = route.body().contains("‹");
            assertThat(answer.status()).as(answer.text()).isIn(refersToSomething ? List.of(404) : List.of(201, 202));
        } else {
            assertThat(answer.json().path("items").size()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.session.Route#all")
    void namesTheFaultOfAnId(Route route) {
        if (!route.pattern().contains("{id}")) {
            return;
        }
        String unknown = Company.uuid();
        Answer answer = call(route, company.recruiter(), unknown);
        assertThat(problem(answer)).isEqualTo("404 /problems/not-found");
        assertThat(answer.at("/detail")).contains(unknown);
        for (String malformed : List.of("7", unknown.toUpperCase(Locale.ROOT), unknown + "x", "%20", "null")) {
            answer = call(route, company.recruiter(), malformed);
            assertThat(problem(answer)).as(malformed).isEqualTo("400 /problems/invalid");
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/id");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.session.Route#all")
    void commandsSayWhichTheyAreAndWhatTheyWereMadeFor(Route route) {
        if (!route.isCommand()) {
            return;
        }
        String path = path(route, null);
        Answer keyless = company.recruiter().send(route.method(), path, body(route), "If-Match", "\"1\"");
        assertThat(problem(keyless)).isEqualTo("400 /problems/invalid");
        assertThat(keyless.at("/errors/0/pointer")).isEqualTo("/Idempotency-Key");
        if (route.needsVersion()) {
            Answer versionless =
                    company.recruiter().send(route.method(), path, body(route), "Idempotency-Key", Api.key());
            assertThat(problem(versionless)).isEqualTo("428 /problems/version-required");
            Answer stale = company.recruiter()
                    .send(route.method(), path, body(route), "Idempotency-Key", Api.key(), "If-Match", "\"77\"");
            assertThat(problem(stale)).isEqualTo("412 /problems/stale");
        }
    }

    private Answer call(Route route, Api caller) {
        return call(route, caller, null);
    }

    private Answer call(Route route, Api caller, @Nullable String id) {
        return route.isCommand()
                ? caller.send(
                        route.method(), path(route, id), body(route), "Idempotency-Key", Api.key(), "If-Match", "\"1\"")
                : caller.get(path(route, id));
    }

    private String path(Route route, @Nullable String id) {
        String resource = route.pattern().split("/")[3];
        return route.pattern().replace("{id}", id == null ? ids.getOrDefault(resource, "") : id);
    }

    private String body(Route route) {
        String body = route.body().replace("‹schedule›", company.schedule(ids.getOrDefault("applications", "")));
        for (var known : ids.entrySet()) {
            body = body.replace("‹" + known.getKey() + "›", known.getValue());
        }
        return body;
    }

    private static String problem(Answer answer) {
        boolean isProblem = answer.header("Content-Type").equals("application/problem+json");
        return answer.status() + " " + (isProblem ? answer.at("/type") : "");
    }
}
