package dev.parley.gateway.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.Visitor;
import dev.parley.gateway.Visitor.Answer;
import dev.parley.testkit.DatabaseCommands;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Two at once, and many. */
@Import(DatabaseCommands.class)
class PeopleIT extends GatewayIT {

    private static final String PATH = "/api/v1/users";

    @Autowired
    private DatabaseCommands.Recorder commands;

    @RepeatedTest(5)
    void twoAdminsCannotBothGoRelyingOnTheOther(RepetitionInfo round) {
        String first = "first-" + round.getCurrentRepetition() + "@race.test";
        String second = "second-" + round.getCurrentRepetition() + "@race.test";
        foreignOrganization(first);
        Visitor ada = stranger().signIn(first, PASSWORD);
        assertThat(ada.post(PATH, newUser(second, Role.ADMIN)).status()).isEqualTo(201);
        Visitor bob = stranger().signIn(second, PASSWORD);
        String adasId = ada.get("/api/v1/me").text("userId");
        String bobsId = bob.get("/api/v1/me").text("userId");

        List<Integer> answers = together(
                () -> ada.with("If-Match", "\"1\"").put(PATH + "/" + adasId + "/roles", roles("RECRUITER")),
                () -> bob.with("If-Match", "\"1\"").post(PATH + "/" + bobsId + "/deactivation", Map.of()));

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void whoIsAdminAgainCounts() {
        foreignOrganization("again@foreign.test");
        Visitor ada = stranger().signIn("again@foreign.test", PASSWORD);
        String bob = PATH + "/"
                + ada.post(PATH, newUser("other@again.test", Role.ADMIN)).text("id");
        String me = PATH + "/" + ada.get("/api/v1/me").text("userId");

        assertThat(ada.with("If-Match", "\"9\"")
                        .put(bob + "/roles", roles("RECRUITER"))
                        .status())
                .as("refused, so Bob still counts")
                .isEqualTo(412);
        assertThat(ada.with("If-Match", "\"1\"")
                        .put(bob + "/roles", roles("RECRUITER"))
                        .status())
                .isEqualTo(200);
        assertThat(ada.with("If-Match", "\"1\"")
                        .put(me + "/roles", roles("RECRUITER"))
                        .status())
                .isEqualTo(409);
        assertThat(ada.with("If-Match", "\"2\"")
                        .put(bob + "/roles", roles("ADMIN"))
                        .status())
                .isEqualTo(200);
        assertThat(ada.with("If-Match", "\"1\"")
                        .put(me + "/roles", roles("RECRUITER"))
                        .status())
                .isEqualTo(200);
    }

    @RepeatedTest(5)
    void ofTwoWhoAddTheSamePersonOneDoesAndItsPasswordCounts(RepetitionInfo round) {
        Visitor admin = admin();
        String email = "added-twice-" + round.getCurrentRepetition() + "@acme.test";

        List<Integer> answers = together(
                () -> admin.post(PATH, withPassword(email, "the first of the two")),
                () -> admin.post(PATH, withPassword(email, "the second of the two")));

        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        String right = answers.getFirst() == 201 ? "the first of the two" : "the second of the two";
        assertThat(stranger().signIn(email, right).get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void manyPeopleCostAsManyReadsAsFew() {
        Visitor admin = admin();
        admin.get(PATH);
        List<String> few = commands.during(() -> admin.get(PATH + "?limit=1"));
        Stream.of("a", "b", "c", "d", "e")
                .forEach(name -> admin.post(PATH, newUser(name + "@many.test", Role.INTERVIEWER)));
        admin.get(PATH);

        List<String> many = commands.during(
                () -> assertThat(Visitor.items(admin.get(PATH + "?limit=100"))).hasSizeGreaterThan(5));

        assertThat(many.stream().filter(one -> one.endsWith(" users")))
                .hasSameSizeAs(
                        few.stream().filter(one -> one.endsWith(" users")).toList())
                .hasSize(1);
        assertThat(many).hasSizeLessThanOrEqualTo(few.size() + 2);
    }

    @SafeVarargs
    private static List<Integer> together(Supplier<Answer>... requests) {
        return Stream.of(requests).map(request -> CompletableFuture.supplyAsync(request)).toList().stream()
                .map(one -> one.join().status())
                .toList();
    }

    private static Map<String, Set<String>> roles(String role) {
        return Map.of("roles", Set.of(role));
    }

    private static Map<String, Object> withPassword(String email, String password) {
        return Map.of("email", email, "displayName", "Some Body", "password", password, "roles", Set.of("RECRUITER"));
    }
}
