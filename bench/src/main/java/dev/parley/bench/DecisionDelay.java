package dev.parley.bench;

import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.Cast;
import dev.parley.launcher.play.Cast.Member;
import dev.parley.launcher.play.DemoAccounts;
import dev.parley.launcher.play.Interview;
import dev.parley.launcher.play.Interview.Step;
import dev.parley.launcher.play.Script;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Plays interviews one by one on an idle platform and watches the board from the moment a decision is acknowledged. */
final class DecisionDelay {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final ParleyClient organizer;
    private final Cast cast;

    DecisionDelay(ParleyClient anonymous, DemoAccounts demo) {
        organizer = anonymous.withApiKey(demo.apiKey());
        List<Member> panel = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            ParleyClient client = anonymous.signedIn("interviewer-" + i + "@demo.example", demo.password());
            panel.add(new Member(client.get("/api/v1/me").path("userId").asString(), client));
        }
        cast = new Cast(organizer, anonymous.signedIn("recruiter@demo.example", demo.password()), panel);
    }

    List<Duration> measure(int times) {
        String kit =
                organizer.get("/api/v1/kits").path("items").path(0).path("id").asString();
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            delays.add(once(i, kit));
        }
        return delays;
    }

    private Duration once(int number, String kit) {
        int before = decided(kit);
        Duration[] delay = new Duration[1];
        String soon = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        var script = new Script(number, kit, "", "Bench", "Bench Candidate", "bench@example.test", soon, "ADVANCE");
        new Interview(cast, script, step -> {
                    if (step == Step.DECIDED) {
                        delay[0] = untilCounted(kit, before);
                    }
                })
                .play();
        return delay[0];
    }

    private Duration untilCounted(String kit, int before) {
        long start = System.nanoTime();
        while (decided(kit) == before) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private int decided(String kit) {
        int sum = 0;
        for (JsonNode day :
                organizer.get("/api/v1/analytics/overview?kit=" + kit).path("sessionsPerDay")) {
            sum += day.path("decided").asInt();
        }
        return sum;
    }
}
