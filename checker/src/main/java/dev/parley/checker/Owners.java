package dev.parley.checker;

import static dev.parley.checker.Invariant.I1;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Each subject on the topics against the service that owns it: it is there, in the state its events lead to (I1). */
final class Owners {
    private static final int AT_ONCE = 6;
    private static final Map<String, String> PLACES = Map.of(
            "session", "/sessions/",
            "evaluation", "/evaluations/",
            "application", "/applications/",
            "candidate", "/candidates/",
            "position", "/positions/");

    private final Api api;
    private final History history;
    private final Map<String, Long> acknowledged;
    private final Findings findings;

    Owners(Api api, List<Command> commands, History history, Findings findings) {
        this.api = api;
        this.history = history;
        this.acknowledged = commands.stream()
                .filter(Command::isAcknowledged)
                .flatMap(command -> Promise.of(command).stream()
                        .filter(promise -> !promise.type().equals("scorecard.submitted"))
                        .flatMap(promise -> promise.subject(command).stream())
                        .map(subject -> Map.entry(
                                subject, command.acknowledgement().orElseThrow().version())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max));
        this.findings = findings;
    }

    void check() {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> looks = history.subjects().values().stream()
                    .filter(events -> PLACES.containsKey(events.getFirst().kind()))
                    .<Future<?>>map(events -> pool.submit(() -> check(events)))
                    .toList();
            for (Future<?> look : looks) {
                look.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void check(List<Event> events) {
        Event first = events.getFirst();
        String subject = first.subject();
        Api.Answer found = api.get(PLACES.get(first.kind()) + first.subjectId());
        findings.require(I1, "owners", found.isThere(), subject, "its owner to have it", "status " + found.status());
        if (found.isThere()) {
            long least = acknowledged.getOrDefault(subject, 0L);
            findings.require(
                    I1,
                    "versions",
                    found.version() >= least,
                    subject,
                    "version " + least + " or later, as acknowledged",
                    "version " + found.version());
            inState(events, found);
        }
    }

    private void inState(List<Event> events, Api.Answer found) {
        Event first = events.getFirst();
        String expected = switch (first.kind()) {
            case "session", "position" ->
                LifeCycle.of(first.kind()).orElseThrow().state(events);
            case "evaluation" -> evaluation(events);
            case "application" -> stage(events);
            default -> "";
        };
        String field = first.kind().equals("application") ? "stage" : "state";
        if (!expected.isEmpty()) {
            findings.require(
                    I1,
                    "states",
                    found.text(field).equals(expected),
                    first.subject(),
                    field + " " + expected + ", as its events tell",
                    found.text(field));
        }
    }

    /** Its events tell the end of it; before that it follows its session. */
    private String evaluation(List<Event> events) {
        String own = LifeCycle.of("evaluation").orElseThrow().state(events);
        if (!own.equals("OPEN")) {
            return own;
        }
        String session = LifeCycle.of("session")
                .orElseThrow()
                .state(history.of("session/" + events.getFirst().subjectId()));
        return switch (session) {
            case "SCHEDULED" -> "SCHEDULED";
            case "CANCELLED", "NO_SHOW" -> "CLOSED";
            default -> "OPEN";
        };
    }

    private static String stage(List<Event> events) {
        return events.reversed().stream()
                .map(event -> event.data().path(event.is("application.moved") ? "to" : "stage"))
                .map(node -> node.asString(""))
                .filter(stage -> !stage.isEmpty())
                .findFirst()
                .orElse("");
    }
}
