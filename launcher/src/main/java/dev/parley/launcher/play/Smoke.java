package dev.parley.launcher.play;

import dev.parley.launcher.client.ApiException;
import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.client.ParleyClient.Call;
import dev.parley.launcher.play.Cast.Member;
import dev.parley.launcher.play.Interview.Outcome;
import dev.parley.launcher.play.Interview.Step;
import dev.parley.launcher.play.Setup.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays one interview against any running installation, with its own pack and people, and says what it checked. With
 * PARLEY_API_KEY it works in that key's organization; on a fresh installation PARLEY_SETUP_TOKEN lets it found one.
 */
public final class Smoke {
    private final ParleyClient anonymous;
    private final Map<String, String> environment;
    private final Consumer<String> say;
    private final Consumer<Step> after;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Setup setup;

    public Smoke(URI url, Map<String, String> environment, Consumer<String> say, Consumer<Step> after) {
        this.anonymous = ParleyClient.anonymous(url);
        this.environment = environment;
        this.say = say;
        this.after = after;
        this.setup = new Setup(anonymous, "smoke-" + run);
    }

    /**
     * Plays and checks.
     *
     * @throws ApiException naming what does not hold
     */
    public Outcome run() {
        ParleyClient organizer = anonymous.withApiKey(apiKey());
        organizer.get("/api/v1/me");
        say.accept("ok  the API key is accepted");
        JsonNode job = setup.pack(organizer, pack());
        require(job.path("status").asString().equals("COMPLETED"), "its own pack is imported: " + job);
        String kit = job.path("result").path("kits").path(0).path("id").asString();
        say.accept("ok  its own pack is imported and its kit published");
        List<String> users = new ArrayList<>();
        Cast cast = cast(organizer, users);
        say.accept("ok  a recruiter and three interviewers are added and sign in");
        int before = decided(organizer, kit);
        Outcome outcome = new Interview(cast, script(kit), after.andThen(step -> say.accept("ok  " + step))).play();
        say.accept("ok  ratings stayed sealed in %d looks, the score is %.3f as reckoned by hand"
                .formatted(outcome.checks(), outcome.scoreMilli() / 1000.0));
        organizer.await(
                analytics(kit), "the decision on the dashboard", figures -> sum(figures, "decided") == before + 1);
        say.accept("ok  the dashboard counts the decision");
        users.forEach(user -> retire(organizer, "/api/v1/users/" + user, "deactivation"));
        say.accept("ok  its people are deactivated again");
        String path = "/api/v1/kits/" + kit;
        retire(organizer, path, "archival");
        require(organizer.get(path).path("state").asString().equals("ARCHIVED"), "its kit is archived");
        say.accept("ok  its kit is archived again");
        return outcome;
    }

    private String apiKey() {
        String given = environment.getOrDefault("PARLEY_API_KEY", "");
        if (!given.isBlank()) {
            return given;
        }
        String token = environment.getOrDefault("PARLEY_SETUP_TOKEN", "");
        if (token.isBlank()) {
            throw new ApiException(0, "smoke needs PARLEY_API_KEY, or on a fresh installation PARLEY_SETUP_TOKEN");
        }
        Account admin = account("admin");
        Account operator = account("operator");
        setup.found(token, "Smoke", admin, operator);
        say.accept("operator: %s, password %s".formatted(operator.email(), operator.password()));
        String key = setup.apiKey(anonymous.signedIn(admin.email(), admin.password()), "smoke");
        say.accept("api key: " + key);
        return key;
    }

    private Cast cast(ParleyClient organizer, List<String> users) {
        Account recruiter = account("recruiter");
        users.add(setup.user(organizer, recruiter, "RECRUITER"));
        List<Member> panel = new ArrayList<>();
        for (String name : List.of("first", "second", "third")) {
            Account interviewer = account(name);
            String id = setup.user(organizer, interviewer, "INTERVIEWER");
            users.add(id);
            panel.add(new Member(id, anonymous.signedIn(interviewer.email(), interviewer.password())));
        }
        return new Cast(organizer, anonymous.signedIn(recruiter.email(), recruiter.password()), panel);
    }

    private Account account(String name) {
        return new Account(
                "smoke-%s-%s@example.test".formatted(run, name),
                "Smoke " + name,
                UUID.randomUUID() + "-" + UUID.randomUUID());
    }

    private Script script(String kit) {
        String tomorrow = Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String email = "candidate-%s@example.test".formatted(run);
        return new Script(run.hashCode(), kit, "", "Smoke check", "Smoke Candidate", email, tomorrow, "ADVANCE");
    }

    private static int decided(ParleyClient client, String kit) {
        return sum(client.get(analytics(kit)), "decided");
    }

    private static int sum(JsonNode figures, String field) {
        int sum = 0;
        for (JsonNode day : figures.path("sessionsPerDay")) {
            sum += day.path(field).asInt();
        }
        return sum;
    }

    private static String analytics(String kit) {
        return "/api/v1/analytics/overview?kit=" + kit;
    }

    private static void retire(ParleyClient client, String path, String how) {
        String etag = client.send(Call.get(path)).header("ETag").orElse("\"1\"");
        client.send(Call.post(path + "/" + how, JsonMapper.shared().createObjectNode())
                .ifMatch(etag));
    }

    /** With a kit of this run's own, since the one of an earlier run is archived and cannot be planned from. */
    private String pack() {
        try (var in = Smoke.class.getResourceAsStream("smoke.pack.json")) {
            if (in == null) {
                throw new IllegalStateException("the smoke pack is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("smoke-20", "smoke-" + run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new ApiException(0, "does not hold: " + what);
        }
    }
}
