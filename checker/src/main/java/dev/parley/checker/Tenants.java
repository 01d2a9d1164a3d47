package dev.parley.checker;

import static dev.parley.checker.Invariant.I5;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nobody sees what is not theirs (I5): every event belongs to an organization of this run, and strangers — a key of
 * narrower scope, a key that names another organization, nobody at all — are refused whatever they ask for.
 */
final class Tenants {
    private static final int LOOKS = 20;
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    private final History history;
    private final Findings findings;

    Tenants(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
    }

    void check(Set<String> organizations, List<Api> strangers) {
        history.events()
                .forEach(event -> findings.require(
                        I5,
                        "events' organizations",
                        organizations.contains(event.organization()),
                        event.subject(),
                        "one of the organizations " + organizations,
                        event.organization()));
        strangers.forEach(stranger -> paths().forEach(path -> {
            int status = stranger.get(path).status();
            findings.require(
                    I5, "looks of strangers", REFUSALS.contains(status), path, "a refusal", "status " + status);
        }));
    }

    private Stream<String> paths() {
        Stream<String> single = history.events("session.scheduled")
                .limit(LOOKS)
                .flatMap(event -> Stream.of("/sessions/" + event.subjectId(), "/evaluations/" + event.subjectId()));
        return Stream.concat(single, Stream.of("/sessions", "/candidates", "/analytics/overview"));
    }
}
