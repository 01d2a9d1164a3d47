package dev.parley.acceptance;

import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.Cast;
import dev.parley.launcher.play.Cast.Member;
import dev.parley.launcher.play.Interview;
import dev.parley.launcher.play.Interview.Outcome;
import dev.parley.launcher.play.Interview.Step;
import dev.parley.launcher.play.Script;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The demo organization's people, at work. */
record Demo(Installation installation) {
    static final String CANDIDATE = "Zebulon Quartermaine";
    static final String EMAIL = "zebulon.quartermaine@unheard-of.example";
    static final String POSITION = "Keeper of the acceptance test";

    ParleyClient organizer() {
        return installation.client().withApiKey(installation.apiKey());
    }

    ParleyClient person(String name) {
        return installation.client().signedIn(name + "@demo.example", installation.password());
    }

    Outcome interview(int seed, Consumer<Step> after) {
        return new Interview(cast(), script(seed), after).play();
    }

    Cast cast() {
        List<Member> panel = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            ParleyClient client = person("interviewer-" + i);
            panel.add(new Member(client.get("/api/v1/me").path("userId").asString(), client));
        }
        return new Cast(organizer(), person("recruiter"), panel);
    }

    String kit() {
        return organizer().get("/api/v1/kits").path("items").path(0).path("id").asString();
    }

    private Script script(int seed) {
        String soon = Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
        return new Script(seed, kit(), "", POSITION, CANDIDATE, EMAIL, soon, "ADVANCE");
    }

    /** The whole board: every day an interview of the sample can be planned for or decided on. */
    JsonNode overview() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return organizer()
                .get("/api/v1/analytics/overview?from=%s&to=%s".formatted(today.minusDays(360), today.plusDays(9)));
    }

    String organization() {
        return organizer().get("/api/v1/me").path("organizationId").asString();
    }

    /** A figure of the board, summed over the days of the last eight weeks. */
    int sessions(String kit, String field) {
        JsonNode days = organizer().get("/api/v1/analytics/overview?kit=" + kit).path("sessionsPerDay");
        int sum = 0;
        for (JsonNode day : days) {
            sum += day.path(field).asInt();
        }
        return sum;
    }
}
