package dev.parley.checker;

import static dev.parley.checker.Invariant.I1;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The dashboards against the topics: each kit's figures are exactly what its events add up to (I1). */
final class Dashboards {
    private final Api api;
    private final History history;
    private final Findings findings;

    Dashboards(Api api, History history, Findings findings) {
        this.api = api;
        this.history = history;
        this.findings = findings;
    }

    void check() {
        Set<String> kits =
                history.events("session.scheduled").map(Dashboards::kit).collect(Collectors.toSet());
        kits.forEach(this::kit);
        funnel();
    }

    private void kit(String kit) {
        Set<String> sessions = history.events("session.scheduled")
                .filter(event -> kit(event).equals(kit))
                .map(Event::subjectId)
                .collect(Collectors.toSet());
        JsonNode figures =
                api.get("/analytics/overview?kit=" + kit + "&" + Days.around()).body();
        Predicate<Event> ofKit = event -> sessions.contains(event.subjectId());
        figure(kit, "scheduled", sum(figures, "scheduled"), sessions.size());
        figure(kit, "started", sum(figures, "started"), count("session.started", ofKit));
        figure(kit, "completed", sum(figures, "completed"), count("session.completed", ofKit));
        figure(kit, "cancelled", sum(figures, "cancelled"), count("session.cancelled", ofKit));
        figure(kit, "noShow", sum(figures, "noShow"), count("session.no-show", ofKit));
        figure(kit, "decided", sum(figures, "decided"), count("decision.recorded", ofKit));
        long scored = count(
                "evaluation.revealed",
                ofKit.and(event -> event.data().path("scoreMilli").isNumber()));
        figure(kit, "scores", total(figures.path("scores"), "count"), scored);
    }

    private void funnel() {
        JsonNode stages = api.get("/analytics/overview?" + Days.around()).body().path("funnel");
        long opened = count("application.opened", _ -> true);
        figure("all", "applications", stages.path(0).path("count").asLong(), opened);
    }

    private void figure(String kit, String name, long shown, long counted) {
        findings.require(
                I1, "dashboard figures", shown == counted, "kit " + kit, name + " = " + counted, name + " = " + shown);
    }

    /** Subjects with such an event: a second decision is no second decided session. */
    private long count(String type, Predicate<Event> which) {
        Set<String> subjects = new HashSet<>();
        history.events(type).filter(which).map(Event::subject).forEach(subjects::add);
        return subjects.size();
    }

    private static String kit(Event scheduled) {
        return scheduled.data().path("plan").path("kitId").asString("");
    }

    private static long sum(JsonNode figures, String field) {
        return total(figures.path("sessionsPerDay"), field);
    }

    private static long total(JsonNode rows, String field) {
        long total = 0;
        for (JsonNode row : rows) {
            total += row.path(field).asLong();
        }
        return total;
    }
}
