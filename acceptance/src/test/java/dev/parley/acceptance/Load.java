package dev.parley.acceptance;

import dev.parley.launcher.client.ApiException;
import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.Cast;
import dev.parley.launcher.play.Cast.Member;
import dev.parley.launcher.play.Interview;
import dev.parley.launcher.play.Interview.Outcome;
import dev.parley.launcher.play.Interview.Step;
import dev.parley.launcher.play.Script;
import dev.parley.launcher.play.Setup;
import dev.parley.launcher.play.Setup.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Interviews one after the other, played by several at once until it is closed. */
final class Load implements AutoCloseable {
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger seed = new AtomicInteger();
    private final Collection<Outcome> played = new ConcurrentLinkedQueue<>();
    private final Collection<String> broken = new ConcurrentLinkedQueue<>();
    private final List<Thread> players = new ArrayList<>();
    private final ParleyClient organizer;
    private final Cast cast;
    private final String kit;
    private volatile boolean going = true;

    /** With its own kit and people in the organization of the key. */
    Load(ParleyClient anonymous, String apiKey) {
        organizer = anonymous.withApiKey(apiKey);
        Setup setup = new Setup(anonymous, "load-" + run);
        kit = setup.pack(organizer, pack())
                .path("result")
                .path("kits")
                .path(0)
                .path("id")
                .asString();
        Account recruiter = account("recruiter");
        setup.user(organizer, recruiter, "RECRUITER");
        List<Member> panel = new ArrayList<>();
        for (String name : List.of("first", "second")) {
            Account interviewer = account(name);
            String id = setup.user(organizer, interviewer, "INTERVIEWER");
            panel.add(new Member(id, anonymous.signedIn(interviewer.email(), interviewer.password())));
        }
        cast = new Cast(organizer, anonymous.signedIn(recruiter.email(), recruiter.password()), panel);
    }

    Load start(int atOnce) {
        for (int i = 0; i < atOnce; i++) {
            players.add(Thread.ofVirtual().start(() -> {
                while (going) {
                    attempt();
                }
            }));
        }
        return this;
    }

    /** One interview; something may be broken after any step. */
    Outcome play(Consumer<Step> after) {
        int number = seed.incrementAndGet();
        String soon = Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String email = "candidate-%s-%d@example.test".formatted(run, number);
        var script = new Script(number, kit, "", "Load " + run, "Load Candidate", email, soon, "ADVANCE");
        Outcome outcome = new Interview(cast, script, after).play();
        played.add(outcome);
        return outcome;
    }

    private void attempt() {
        try {
            play(_ -> {});
        } catch (ApiException e) {
            broken.add(Instant.now() + " " + e.getMessage());
        }
    }

    Collection<Outcome> played() {
        return played;
    }

    Collection<String> broken() {
        return broken;
    }

    /** Decisions on the board that this load has made. */
    int onTheBoard() {
        int sum = 0;
        for (var day : organizer.get("/api/v1/analytics/overview?kit=" + kit).path("sessionsPerDay")) {
            sum += day.path("decided").asInt();
        }
        return sum;
    }

    private Account account(String name) {
        return new Account(
                "load-%s-%s@example.test".formatted(run, name),
                "Load " + name,
                UUID.randomUUID() + "-" + UUID.randomUUID());
    }

    private String pack() {
        try (var in = Setup.class.getResourceAsStream("smoke.pack.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("smoke-20", "load-" + run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets everybody finish the interview they are in. */
    @Override
    public void close() {
        going = false;
        players.forEach(player -> {
            try {
                player.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
