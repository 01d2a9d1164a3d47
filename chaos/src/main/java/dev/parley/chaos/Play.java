package dev.parley.chaos;

import dev.parley.launcher.client.Answer;
import dev.parley.launcher.client.ApiException;
import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.client.ParleyClient.Call;
import dev.parley.launcher.play.Cast;
import dev.parley.launcher.play.Cast.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One interview from application to decision. The number says what else happens: two people move it at once from the same
 * version, somebody of another organization tries to, a command comes at the wrong time, it is paused, called off, or
 * nobody comes.
 */
final class Play {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Cast cast;
    private final String kit;
    private final ParleyClient stranger;
    private final Duration patience;
    private final int number;
    private String etag = "";
    private final String scheduledFor = Instant.now()
            .plus(1, ChronoUnit.HOURS)
            .truncatedTo(ChronoUnit.SECONDS)
            .toString();

    Play(Cast cast, String kit, ParleyClient stranger, Duration patience, int number) {
        this.cast = cast;
        this.kit = kit;
        this.stranger = stranger;
        this.patience = patience;
        this.number = number;
    }

    /** Gives the session's id when it is decided, or called off as it should be. */
    String toTheEnd(String position) {
        String session = schedule(position);
        String path = "/api/v1/sessions/" + session;
        if (number % 3 == 0) {
            race(path);
        }
        if (number % 6 == 1) {
            tried(
                    stranger,
                    command(path, "cancel", JSON.createObjectNode().put("reason", "None of their business."))
                            .key("stranger-" + UUID.randomUUID()));
        }
        if (number % 5 == 0) {
            cast.organizer().sendUntilFinal(command(path, "complete", JSON.createObjectNode()));
        }
        if (number % 20 == 7) {
            send(path, "cancel", JSON.createObjectNode().put("reason", "Called off."));
            return session;
        }
        if (number % 20 == 14) {
            send(path, "no-show", JSON.createObjectNode());
            return session;
        }
        send(path, "start", JSON.createObjectNode());
        if (number % 4 == 1) {
            send(path, "pause", JSON.createObjectNode());
            send(path, "resume", JSON.createObjectNode());
        }
        cast.panel().forEach(member -> rate(member, session));
        submit(cast.panel().getFirst(), session);
        send(path, "complete", JSON.createObjectNode());
        cast.panel().stream().skip(1).forEach(member -> submit(member, session));
        decide(session);
        return session;
    }

    private String schedule(String position) {
        ParleyClient organizer = cast.organizer();
        ObjectNode candidate = JSON.createObjectNode()
                .put("name", "Candidate " + number)
                .put("email", "candidate-%d@chaos.example".formatted(number));
        ObjectNode application = JSON.createObjectNode()
                .put(
                        "candidateId",
                        organizer.post("/api/v1/candidates", candidate).id())
                .put("positionId", position);
        ObjectNode session = JSON.createObjectNode()
                .put(
                        "applicationId",
                        organizer.post("/api/v1/applications", application).id())
                .put("kitId", kit)
                .put("scheduledFor", scheduledFor)
                .put("timeZone", "Europe/Berlin");
        var panel = session.putArray("panel");
        for (Member member : cast.panel()) {
            panel.addObject().put("userId", member.userId()).put("lead", panel.size() == 1);
        }
        Answer planned = organizer.post("/api/v1/sessions", session);
        etag = etag(planned, "a new session");
        return planned.id();
    }

    /** Two commands made for the same version: one of them must lose. */
    private void race(String path) {
        var rivals = new Thread[2];
        for (int rival = 0; rival < rivals.length; rival++) {
            String other =
                    Instant.parse(scheduledFor).plusSeconds(60L * (rival + 1)).toString();
            Call move = Call.post(path + "/reschedule", JSON.createObjectNode().put("scheduledFor", other))
                    .ifMatch(etag);
            rivals[rival] = Thread.ofVirtual().start(() -> tried(cast.organizer(), move));
        }
        for (Thread rival : rivals) {
            try {
                rival.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        etag = etag(cast.organizer().send(Call.get(path)), path);
    }

    private static void tried(ParleyClient who, Call call) {
        try {
            who.sendUntilFinal(call);
        } catch (ApiException e) {
            // no answer: the log has it, and the checker will look
        }
    }

    private void rate(Member member, String session) {
        String path = "/api/v1/scorecards/" + session;
        JsonNode items = opened(member.client(), path).path("items");
        int counter = 0;
        for (JsonNode item : items) {
            ObjectNode rating = JSON.createObjectNode()
                    .put("rating", 1 + Math.floorMod(number + counter, 5))
                    .put("client", member.userId())
                    .put("counter", ++counter);
            member.client()
                    .send(Call.put(path + "/ratings/" + item.path("itemId").asString(), rating));
        }
        ObjectNode recommendation = JSON.createObjectNode()
                .put("recommendation", "YES")
                .put("client", member.userId())
                .put("counter", ++counter);
        member.client().send(Call.put(path + "/recommendation", recommendation));
    }

    /** It is not there before its session's event is; with the broker away that takes its time. */
    private JsonNode opened(ParleyClient client, String path) {
        long end = System.nanoTime() + patience.toNanos();
        Answer answer = client.sendUntilFinal(Call.get(path));
        while (answer.status() == NOT_FOUND && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE);
            answer = client.sendUntilFinal(Call.get(path));
        }
        if (answer.status() != OK) {
            throw new ApiException(answer.status(), "GET a scorecard");
        }
        return answer.body();
    }

    private static void submit(Member member, String session) {
        member.client().post("/api/v1/scorecards/" + session + "/submission", JSON.createObjectNode());
    }

    private void decide(String session) {
        String path = "/api/v1/evaluations/" + session;
        ParleyClient decider = cast.decider();
        decider.await(
                path,
                "the evaluation to be revealed",
                found -> found.path("state").asString().equals("REVEALED"));
        ObjectNode decision = JSON.createObjectNode().put("outcome", "ADVANCE").put("rationale", "The ratings.");
        decider.send(Call.post(path + "/decisions", decision).ifMatch(etag(decider.send(Call.get(path)), path)));
    }

    private void send(String path, String name, ObjectNode body) {
        etag = etag(cast.organizer().send(command(path, name, body)), path);
    }

    private Call command(String path, String name, ObjectNode body) {
        return Call.post(path + "/" + name, body).ifMatch(etag);
    }

    private static String etag(Answer answer, String path) {
        return answer.header("ETag").orElseThrow(() -> new ApiException(answer.status(), path + " has no ETag"));
    }
}
