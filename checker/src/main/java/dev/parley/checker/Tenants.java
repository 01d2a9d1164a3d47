package dev.parley.checker;

import static dev.parley.checker.Invariant.I5;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Nobody sees or moves what is not theirs (I5). */
final class Tenants {
    private static final int LOOKS = 20;
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);
    private static final String STRANGER = "stranger-";
    private static final Map<String, String> LISTS = Map.of(
            "/sessions", "session/",
            "/candidates", "candidate/",
            "/applications", "application/",
            "/positions", "position/");

    private final History history;
    private final Findings findings;

    /** All organizations' events. */
    Tenants(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
    }

    /** Every event belongs to an organization of this run, and a subject to one alone. */
    void events(Collection<String> organizations) {
        history.subjects().forEach((subject, events) -> {
            String owner = events.getFirst().organization();
            events.forEach(event -> findings.require(
                    I5,
                    "events' organizations",
                    event.organization().equals(owner) && organizations.contains(owner),
                    subject,
                    "one of the organizations " + organizations + ", always the same",
                    event.organization()));
        });
    }

    /** What somebody of another organization ordered, which their key says, is refused. */
    void commands(List<Command> commands) {
        commands.stream()
                .filter(command -> command.key().startsWith(STRANGER))
                .forEach(command -> findings.require(
                        I5,
                        "commands of strangers",
                        !command.isAcknowledged(),
                        command.name(),
                        "a refusal",
                        command.attempts()));
    }

    /** Whatever strangers ask for of an organization, they are refused. */
    void strangers(History own, List<Api> strangers) {
        strangers.forEach(stranger -> paths(own).forEach(path -> {
            int status = stranger.get(path).status();
            findings.require(
                    I5, "looks of strangers", REFUSALS.contains(status), path, "a refusal", "status " + status);
        }));
    }

    /** What an organization is shown as its own is. */
    void lists(History own, Api api) {
        LISTS.forEach((path, kind) -> {
            JsonNode page = api.get(path + "?limit=100").body();
            while (true) {
                page.path("items")
                        .forEach(item -> mine(own, kind + item.path("id").asString("")));
                String next = page.path("next").asString("");
                if (next.isEmpty()) {
                    return;
                }
                page = api.get(path + "?limit=100&cursor=" + next).body();
            }
        });
    }

    private void mine(History own, String subject) {
        findings.require(
                I5, "lists", own.subjects().containsKey(subject), subject, "something of the organization", "listed");
    }

    private static Stream<String> paths(History own) {
        Stream<String> single = own.events("session.scheduled")
                .limit(LOOKS)
                .flatMap(event -> Stream.of("/sessions/" + event.subjectId(), "/evaluations/" + event.subjectId()));
        return Stream.concat(single, Stream.of("/sessions", "/candidates", "/analytics/overview", "/events"));
    }
}
