package dev.parley.launcher.play;

import dev.parley.launcher.client.Answer;
import dev.parley.launcher.client.ApiException;
import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.client.ParleyClient.Call;
import dev.parley.launcher.play.Cast.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One whole interview through the public API, from application to decision, with the checks that a stranger would make:
 * sealed until the last card, the right score after it, the session decided in the end.
 */
public final class Interview {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Cast cast;
    private final Script script;
    private final Consumer<Step> after;

    /** Called after each step; a test may break something there. */
    public Interview(Cast cast, Script script, Consumer<Step> after) {
        this.cast = cast;
        this.script = script;
        this.after = after;
    }

    /** The steps, in order. */
    public enum Step {
        SCHEDULED,
        STARTED,
        FIRST_SUBMITTED,
        COMPLETED,
        REVEALED,
        DECIDED
    }

    /** What came out. */
    public record Outcome(String sessionId, String kitId, String positionId, int scoreMilli, int checks) {}

    public Outcome play() {
        String session = schedule();
        after.accept(Step.SCHEDULED);
        command(session, "start");
        after.accept(Step.STARTED);
        JsonNode items = rateAll(session);
        int checks = submitSealed(session);
        JsonNode evaluation = awaitEvaluation(session, "REVEALED");
        after.accept(Step.REVEALED);
        int expected = script.expectedMilli(items, cast.panel().size());
        require(evaluation.path("scoreMilli").asInt() == expected, "the score is " + expected + " thousandths");
        require(evaluation.path("cards").size() == cast.panel().size(), "everyone's card is revealed");
        decide(session);
        after.accept(Step.DECIDED);
        JsonNode decided = cast.organizer()
                .await(
                        path(session),
                        "the decision to reach the session",
                        found -> found.path("state").asString().equals("DECIDED"));
        return new Outcome(
                session,
                decided.path("kit").path("id").asString(),
                decided.path("positionId").asString(),
                expected,
                checks + 3);
    }

    private String schedule() {
        ParleyClient organizer = cast.organizer();
        String candidate =
                organizer.post("/api/v1/candidates", script.candidate()).id();
        String position = script.positionId().isEmpty()
                ? organizer.post("/api/v1/positions", script.position()).id()
                : script.positionId();
        ObjectNode application =
                JSON.createObjectNode().put("candidateId", candidate).put("positionId", position);
        String applicationId =
                organizer.post("/api/v1/applications", application).id();
        moveToInterview(applicationId);
        ObjectNode session = JSON.createObjectNode()
                .put("applicationId", applicationId)
                .put("kitId", script.kitId())
                .put("scheduledFor", script.scheduledFor())
                .put("timeZone", "Europe/Berlin");
        var panel = session.putArray("panel");
        for (Member member : cast.panel()) {
            panel.addObject().put("userId", member.userId()).put("lead", panel.size() == 1);
        }
        return organizer.post("/api/v1/sessions", session).id();
    }

    private void moveToInterview(String application) {
        for (String stage : List.of("SCREENING", "INTERVIEW")) {
            String path = "/api/v1/applications/" + application;
            ObjectNode move = JSON.createObjectNode().put("stage", stage);
            cast.organizer().send(Call.post(path + "/stage", move).ifMatch(etag(cast.organizer(), path)));
        }
    }

    /** Everybody rates everything; gives the items of the plan with their weights. */
    private JsonNode rateAll(String session) {
        JsonNode items = JSON.createArrayNode();
        for (int rater = 0; rater < cast.panel().size(); rater++) {
            ParleyClient client = cast.panel().get(rater).client();
            String path = "/api/v1/scorecards/" + session;
            items = client.await(
                            path,
                            "the scorecard to open",
                            card -> card.path("items").size() > 0)
                    .path("items");
            rate(client, path, items, rater);
        }
        return items;
    }

    private void rate(ParleyClient client, String path, JsonNode items, int rater) {
        int counter = 0;
        for (JsonNode item : items) {
            ObjectNode rating = JSON.createObjectNode()
                    .put("rating", script.rating(rater, counter))
                    .put("evidence", script.evidence(rater, counter))
                    .put("client", "player")
                    .put("counter", ++counter);
            client.send(Call.put(path + "/ratings/" + item.path("itemId").asString(), rating));
        }
        ObjectNode recommendation = JSON.createObjectNode()
                .put("recommendation", script.recommendation(rater))
                .put("client", "player")
                .put("counter", ++counter);
        client.send(Call.put(path + "/recommendation", recommendation));
    }

    /** The first submits, the interview ends, the others submit; nobody sees a rating before the last has. */
    private int submitSealed(String session) {
        int checks = 0;
        for (int rater = 0; rater < cast.panel().size(); rater++) {
            checks += requireSealed(session);
            Member member = cast.panel().get(rater);
            member.client().post("/api/v1/scorecards/" + session + "/submission", JSON.createObjectNode());
            if (rater == 0) {
                after.accept(Step.FIRST_SUBMITTED);
                checks += requireSealed(session);
                command(session, "complete");
                after.accept(Step.COMPLETED);
            }
        }
        return checks;
    }

    private int requireSealed(String session) {
        List<ParleyClient> watchers = new ArrayList<>(List.of(cast.decider()));
        cast.panel().forEach(member -> watchers.add(member.client()));
        for (ParleyClient watcher : watchers) {
            JsonNode seen = watcher.get("/api/v1/evaluations/" + session);
            require(
                    !seen.has("cards")
                            && !seen.has("scoreMilli")
                            && !seen.toString().contains("\"rating\""),
                    "nobody sees a rating before the reveal");
        }
        return watchers.size();
    }

    private void decide(String session) {
        String path = "/api/v1/evaluations/" + session;
        ObjectNode decision = JSON.createObjectNode()
                .put("outcome", script.decision())
                .put("rationale", "The panel's ratings and evidence, read side by side.");
        cast.decider().send(Call.post(path + "/decisions", decision).ifMatch(etag(cast.decider(), path)));
    }

    private void command(String session, String name) {
        cast.organizer()
                .send(Call.post(path(session) + "/" + name, JSON.createObjectNode())
                        .ifMatch(etag(cast.organizer(), path(session))));
    }

    private JsonNode awaitEvaluation(String session, String state) {
        return cast.decider()
                .await(
                        "/api/v1/evaluations/" + session,
                        "the evaluation to be " + state,
                        found -> found.path("state").asString().equals(state));
    }

    private static String etag(ParleyClient client, String path) {
        Answer answer = client.send(Call.get(path));
        return answer.header("ETag").orElseThrow(() -> new ApiException(answer.status(), path + " has no ETag"));
    }

    private static String path(String session) {
        return "/api/v1/sessions/" + session;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new ApiException(0, "does not hold: " + what);
        }
    }
}
