package dev.parley.checker;

import static dev.parley.checker.Invariant.I1;
import static dev.parley.checker.Invariant.I3;
import static dev.parley.checker.Invariant.I5;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An organization's feed against the topics: all of its events (I1), in the order of each subject (I3), no others (I5). */
final class Feed {
    private final Api api;
    private final History own;
    private final Findings findings;
    private final Set<String> read = new HashSet<>();
    private final Map<String, Long> last = new HashMap<>();

    Feed(Api api, History own, Findings findings) {
        this.api = api;
        this.own = own;
        this.findings = findings;
    }

    void check() {
        JsonNode page = api.get("/events?limit=100").body();
        while (!page.path("events").isEmpty()) {
            page.path("events").forEach(this::take);
            page = api.get("/events?limit=100&cursor=" + page.path("cursor").asString())
                    .body();
        }
        own.events()
                .forEach(event ->
                        findings.require(I1, "feed", read.contains(event.id()), event.subject(), "in the feed", event));
    }

    private void take(JsonNode event) {
        String id = event.path("id").asString("");
        String subject = event.path("subject").asString("");
        findings.require(I5, "feed", own.has(id), subject, "an event of the organization", event);
        read.add(id);
        long sequence = Long.parseLong(event.path("sequence").asString("0"));
        long before = last.getOrDefault(subject, 0L);
        findings.require(I3, "feed", sequence <= before + 1, subject, "no. " + (before + 1) + " next", event);
        last.merge(subject, sequence, Math::max);
    }
}
