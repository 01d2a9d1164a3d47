package dev.parley.session.history;

import dev.parley.contracts.Plan;
import dev.parley.contracts.id.UserId;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows of an import as JSON trees, so that a test can break exactly what it is about. */
final class PastRows {

    private static final JsonMapper JSON = new JsonMapper();

    private final Plan plan;
    private final List<UserId> panel;

    PastRows(Plan plan, List<UserId> panel) {
        this.plan = plan;
        this.panel = panel;
    }

    /** An interview with two cards, decided, of a candidate of its own. */
    ObjectNode row(int number) {
        ObjectNode row = JSON.createObjectNode()
                .put("externalId", "old-" + number)
                .put("kitId", plan.kitId().value())
                .put("kitVersion", plan.version())
                .put("appliedAt", "2026-01-0%dT08:00:00.000Z".formatted(number % 9 + 1))
                .put("scheduledAt", "2026-01-10T08:00:00.000Z")
                .put("scheduledFor", "2026-01-20T09:00:00.000Z")
                .put("startedAt", "2026-01-20T09:01:00.000Z")
                .put("completedAt", "2026-01-20T09:46:00.000Z")
                .put("timeZone", "Europe/Berlin");
        row.putObject("candidate")
                .put("name", "Person Number" + number)
                .put("email", "person%d@example.org".formatted(number));
        row.putObject("position")
                .put("externalId", "old-position")
                .put("title", "Backend engineer")
                .put("timeZone", "Europe/Berlin");
        ArrayNode members = row.putArray("panel");
        ArrayNode cards = row.putArray("scorecards");
        for (UserId member : panel) {
            members.addObject().put("userId", member.value()).put("lead", member.equals(panel.getFirst()));
            card(cards.addObject(), member);
        }
        row.putObject("decision")
                .put("outcome", "ADVANCE")
                .put("decidedBy", panel.getFirst().value())
                .put("decidedAt", "2026-01-21T10:00:00.000Z")
                .put("rationale", "Rationale Number" + number);
        row.putObject("application").put("stage", "OFFER").put("outcome", "HIRED");
        return row;
    }

    private void card(ObjectNode card, UserId member) {
        card.put("interviewerId", member.value())
                .put("submittedAt", "2026-01-20T11:00:00.000Z")
                .put("recommendation", "YES");
        ArrayNode ratings = card.putArray("ratings");
        plan.items()
                .forEach(item -> ratings.addObject()
                        .put("itemId", item.itemId().value())
                        .put("rating", 4)
                        .put("evidence", "Evidence"));
    }

    List<ObjectNode> rows(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::row).toList();
    }

    static String request(List<? extends JsonNode> rows) {
        ObjectNode request = JSON.createObjectNode();
        request.putArray("interviews").addAll(rows);
        return request.toString();
    }
}
