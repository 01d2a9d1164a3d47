package dev.parley.launcher.play;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Invented interviews of the last eight weeks and what has passed of this one. Ratings follow the usual picture of where their variance comes from: the
 * candidate, the interviewer's severity, the question, and chance. Every interviewer sits with several others, so the
 * design is connected.
 */
final class SampleHistory {
    private static final int[] PER_WEEK = {6, 7, 8, 7, 8, 9, 8, 10, 9};
    /** How far below the panel's view each interviewer rates. */
    static final List<Double> SEVERITY = List.of(-0.55, -0.3, -0.15, 0.0, 0.05, 0.2, 0.4, 0.65);

    private static final Duration UNTIL_THE_LAST_CARD = Duration.ofHours(12);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String[] FIRST = {
        "Amara", "Bjarne", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jonas", "Kavya", "Luca"
    };
    private static final String[] LAST = {
        "Abara", "Brandt", "Costa", "Dvorak", "Eriksen", "Fontaine", "Gruber", "Haddad", "Ito", "Jansen", "Kovacs"
    };

    private final Random random = new Random(20_260_301);
    private final List<String> interviewers;
    private final String decider;
    private final List<JsonNode> plans;
    private final Instant now;

    /** Plans are the kits' published plans; times are reckoned back from now. */
    SampleHistory(List<String> interviewers, String decider, List<JsonNode> plans, Instant now) {
        this.interviewers = interviewers;
        this.decider = decider;
        this.plans = plans;
        this.now = now;
    }

    ObjectNode request() {
        ObjectNode request = JsonMapper.shared().createObjectNode();
        ArrayNode interviews = request.putArray("interviews");
        LocalDate thisMonday = now.atZone(ZONE).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int week = 0; week < PER_WEEK.length; week++) {
            LocalDate monday = thisMonday.minusWeeks(PER_WEEK.length - 1L - week);
            for (int i = 0; i < PER_WEEK[week]; i++) {
                Instant start = start(monday.plusDays(random.nextInt(5)), i);
                if (start.plus(UNTIL_THE_LAST_CARD).isBefore(now)) {
                    interview(interviews.addObject(), interviews.size() - 1, start);
                }
            }
        }
        return request;
    }

    private void interview(ObjectNode row, int number, Instant start) {
        JsonNode plan = plans.get(number % plans.size());
        Instant end = start.plus(plan.path("minutes").asInt() + random.nextInt(12) - 4, ChronoUnit.MINUTES);
        String name = FIRST[number % FIRST.length] + " " + LAST[number % LAST.length];
        row.put("externalId", "sample-" + number)
                .put("kitId", plan.path("kitId").asString())
                .put("kitVersion", plan.path("version").asInt())
                .put("appliedAt", text(start.minus(Duration.ofHours(120 + random.nextInt(240)))))
                .put("scheduledAt", text(start.minus(Duration.ofHours(48 + random.nextInt(72)))))
                .put("scheduledFor", text(start))
                .put("startedAt", text(start.plus(random.nextInt(6), ChronoUnit.MINUTES)))
                .put("completedAt", text(end))
                .put("timeZone", ZONE.getId());
        row.putObject("candidate").put("name", name).put("email", "sample-%d@candidates.example".formatted(number));
        position(row.putObject("position"), number % 3);
        double score = scorecards(row, plan, panel(number), end);
        decision(row, score, end, number);
    }

    /** On the hour, from nine to four. */
    private static Instant start(LocalDate day, int slot) {
        return day.atTime(LocalTime.of(9 + slot % 8, 0)).atZone(ZONE).toInstant();
    }

    private static void position(ObjectNode position, int which) {
        String[] titles = {"Back-end engineer", "Platform engineer", "Senior back-end engineer"};
        position.put("externalId", "sample-position-" + which)
                .put("title", titles[which])
                .put("timeZone", ZONE.getId());
    }

    /** Two or three people; the steps through the list differ, so that all meet all in the end. */
    private List<Integer> panel(int number) {
        int size = 2 + number % 2;
        int step = 1 + number % 3;
        return IntStream.range(0, size)
                .mapToObj(i -> (number + i * step) % interviewers.size())
                .distinct()
                .toList();
    }

    private double scorecards(ObjectNode row, JsonNode plan, List<Integer> panel, Instant end) {
        ArrayNode members = row.putArray("panel");
        ArrayNode cards = row.putArray("scorecards");
        double ability = 3.3 + 0.75 * random.nextGaussian();
        double sum = 0;
        for (int member : panel) {
            members.addObject().put("userId", interviewers.get(member)).put("lead", members.size() == 1);
            ObjectNode card = cards.addObject()
                    .put("interviewerId", interviewers.get(member))
                    .put("submittedAt", text(end.plus(10 + random.nextInt(600), ChronoUnit.MINUTES)));
            double mean = ratings(card.putArray("ratings"), plan, ability - SEVERITY.get(member));
            card.put(
                    "recommendation",
                    mean > 4 ? "STRONG_YES" : mean > 3.2 ? "YES" : mean > 2.2 ? "NO" : "DEFINITELY_NO");
            sum += mean;
        }
        return sum / panel.size();
    }

    private double ratings(ArrayNode ratings, JsonNode plan, double level) {
        List<Integer> given = new ArrayList<>();
        for (JsonNode section : plan.path("sections")) {
            for (JsonNode item : section.path("items")) {
                double difficulty = Math.floorMod(item.path("title").asString().hashCode(), 7) / 10.0 - 0.3;
                int rating = (int) Math.round(level - difficulty + 0.7 * random.nextGaussian());
                int bounded = Math.clamp(rating, 1, 5);
                given.add(bounded);
                ratings.addObject()
                        .put("itemId", item.path("itemId").asString())
                        .put("rating", bounded);
            }
        }
        return given.stream().mapToInt(Integer::intValue).average().orElse(3);
    }

    private void decision(ObjectNode row, double score, Instant end, int number) {
        Instant decidedAt = end.plus(Duration.ofHours(12 + random.nextInt(60)));
        if (decidedAt.isAfter(now)) {
            row.putObject("application").put("stage", "INTERVIEW");
            return;
        }
        String outcome = score > 3.45 ? "ADVANCE" : score > 3.15 ? "HOLD" : "REJECT";
        row.putObject("decision")
                .put("outcome", outcome)
                .put("decidedBy", decider)
                .put("decidedAt", text(decidedAt))
                .put("rationale", "Decided on the panel's ratings and evidence.");
        ObjectNode application =
                row.putObject("application").put("stage", outcome.equals("ADVANCE") ? "OFFER" : "INTERVIEW");
        Instant closedAt = decidedAt.plus(Duration.ofHours(24 + random.nextInt(96)));
        if (!outcome.equals("HOLD") && closedAt.isBefore(now)) {
            String ending = outcome.equals("REJECT") ? "REJECTED" : number % 4 == 0 ? "WITHDRAWN" : "HIRED";
            application.put("outcome", ending).put("closedAt", text(closedAt));
        }
    }

    private static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
