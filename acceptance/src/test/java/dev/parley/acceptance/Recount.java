package dev.parley.acceptance;

import dev.parley.acceptance.Kcat.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every figure of the board, counted from nothing but the records of the public topics; shares no code with analytics. */
final class Recount {
    private static final List<String> STAGES = List.of("APPLIED", "SCREENING", "INTERVIEW", "OFFER");

    /** What the events tell of one session or application; a later event replaces what an earlier one said. */
    private static final class Facts {
        private final Map<String, JsonNode> latest = new HashMap<>();
        private JsonNode firstDecision = JsonMapper.shared().missingNode();

        private void note(String type, JsonNode data) {
            latest.put(type, data);
            if (type.equals("decision.recorded.v1") && firstDecision.isMissingNode()) {
                firstDecision = data;
            }
        }

        private JsonNode of(String type) {
            return latest.getOrDefault(type, JsonMapper.shared().missingNode());
        }
    }

    private final Map<String, Facts> sessions = new TreeMap<>();
    private final Map<String, Facts> applications = new TreeMap<>();
    private final Map<String, Long> figures = new TreeMap<>();
    private final List<Integer> bucketEnds;

    private Recount(List<Event> events, String organization, List<Integer> bucketEnds) {
        this.bucketEnds = bucketEnds;
        Set<String> seen = new HashSet<>();
        for (Event event : events) {
            if (event.header("ce_organizationid").equals(organization) && seen.add(event.header("ce_id"))) {
                String kind = event.header("ce_subject").split("/", 2)[0];
                Map<String, Facts> about = switch (kind) {
                    case "session", "evaluation" -> sessions;
                    case "application" -> applications;
                    default -> new HashMap<>();
                };
                about.computeIfAbsent(event.key(), _ -> new Facts())
                        .note(event.header("ce_type"), JsonMapper.shared().readTree(event.payload()));
            }
        }
        applications.values().forEach(this::countApplication);
        sessions.values().forEach(this::countSession);
    }

    /** Figures by name, without those that are nought. */
    static Map<String, Long> of(List<Event> events, String organization, JsonNode overview) {
        List<Integer> ends = overview.path("timeToDecision")
                .path("buckets")
                .valueStream()
                .map(bucket -> bucket.path("upToMinutes").asInt())
                .toList();
        return new Recount(events, organization, ends).figures;
    }

    /** What the board says, under the same names. */
    static Map<String, Long> shownBy(JsonNode overview) {
        Map<String, Long> shown = new TreeMap<>();
        overview.path("funnel").forEach(row -> put(shown, "reached " + text(row, "stage"), row.path("count")));
        overview.path("outcomes").forEach(row -> put(shown, "ended " + text(row, "outcome"), row.path("count")));
        overview.path("decisions").forEach(row -> put(shown, "decision " + text(row, "outcome"), row.path("count")));
        overview.path("scores")
                .forEach(row ->
                        put(shown, "score " + text(row, "kitId") + " " + text(row, "bucket"), row.path("count")));
        overview.path("timeToDecision")
                .path("buckets")
                .forEach(row -> put(shown, "decided within " + text(row, "upToMinutes"), row.path("count")));
        for (JsonNode row : overview.path("sessionsPerDay")) {
            for (String milestone : List.of("scheduled", "started", "completed", "decided", "cancelled", "noShow")) {
                put(shown, text(row, "day") + " " + text(row, "kitId") + " " + milestone, row.path(milestone));
            }
        }
        return shown;
    }

    private void countApplication(Facts application) {
        JsonNode closed = application.of("application.closed.v1");
        String stage = application.of("application.opened.v1").path("stage").asString();
        stage = application.of("application.moved.v1").path("to").asString(stage);
        stage = closed.path("stage").asString(stage);
        STAGES.subList(0, STAGES.indexOf(stage) + 1).forEach(reached -> add("reached " + reached));
        if (!closed.isMissingNode()) {
            add("ended " + closed.path("outcome").asString());
        }
    }

    private void countSession(Facts session) {
        JsonNode scheduled = session.of("session.scheduled.v1");
        Instant planned = instant(scheduled, "scheduledFor");
        JsonNode moved = session.of("session.rescheduled.v1");
        planned = moved.isMissingNode() ? planned : instant(moved, "scheduledFor");
        milestone(scheduled, planned, "scheduled");
        if (!session.of("session.cancelled.v1").isMissingNode()) {
            milestone(scheduled, planned, "cancelled");
        }
        if (!session.of("session.no-show.v1").isMissingNode()) {
            milestone(scheduled, planned, "noShow");
        }
        when(session.of("session.started.v1"), started -> milestone(scheduled, started, "started"));
        when(session.of("session.completed.v1"), completed -> milestone(scheduled, completed, "completed"));
        countScore(scheduled, session.of("evaluation.revealed.v1"));
        countDecision(scheduled, session);
    }

    private void countDecision(JsonNode scheduled, Facts session) {
        if (session.firstDecision.isMissingNode()) {
            return;
        }
        Instant first = instant(session.firstDecision, "occurredAt");
        Instant completed = instant(session.of("session.completed.v1"), "occurredAt");
        Duration taken = Duration.between(completed, first);
        milestone(scheduled, first, "decided");
        add("decision " + session.of("decision.recorded.v1").path("outcome").asString());
        int within = bucketEnds.stream()
                .filter(end -> taken.compareTo(Duration.ofMinutes(end)) <= 0)
                .findFirst()
                .orElse(bucketEnds.getLast());
        add("decided within " + within);
    }

    /** Weight × rating over weight, from the plan and the cards themselves, not from the score the event carries. */
    private void countScore(JsonNode scheduled, JsonNode revealed) {
        Map<String, BigDecimal> weights = new HashMap<>();
        scheduled
                .at("/plan/sections")
                .forEach(section -> section.path("items")
                        .forEach(item -> weights.put(
                                text(item, "itemId"), item.path("weight").decimalValue())));
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        for (JsonNode card : revealed.path("cards")) {
            for (JsonNode rating : card.path("ratings")) {
                if (rating.path("rating").isNumber()) {
                    BigDecimal share = weights.getOrDefault(text(rating, "itemId"), BigDecimal.ZERO);
                    sum = sum.add(share.multiply(rating.path("rating").decimalValue()));
                    weight = weight.add(share);
                }
            }
        }
        if (weight.signum() > 0) {
            int milli = sum.movePointRight(3)
                    .divide(weight, 0, RoundingMode.HALF_UP)
                    .intValueExact();
            add("score " + kit(scheduled) + " " + Math.min(milli, 4999) / 250 * 250);
        }
    }

    private void milestone(JsonNode scheduled, Instant at, String name) {
        LocalDate day = LocalDate.ofInstant(at, ZoneId.of(text(scheduled, "timeZone")));
        add(day + " " + kit(scheduled) + " " + name);
    }

    private void add(String figure) {
        figures.merge(figure, 1L, Long::sum);
    }

    private static void when(JsonNode event, Consumer<Instant> then) {
        if (!event.isMissingNode()) {
            then.accept(instant(event, "occurredAt"));
        }
    }

    private static void put(Map<String, Long> shown, String figure, JsonNode count) {
        if (count.asLong() != 0) {
            shown.put(figure, count.asLong());
        }
    }

    private static String kit(JsonNode scheduled) {
        return scheduled.at("/plan/kitId").asString();
    }

    private static Instant instant(JsonNode data, String field) {
        return Instant.parse(text(data, field));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
