package dev.parley.checker;

import static dev.parley.checker.Invariant.I5;
import static dev.parley.checker.Story.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantsTests {
    private final Story story = new Story().event(SESSION, "session.scheduled", "a");

    @Test
    void strangersAreRefusedEverything() {
        check(Set.of("org"), 403);
        assertThat(story.violated()).isEmpty();
        assertThat(story.findings.counts()).containsEntry("I5 looks of strangers", 5L);
    }

    @Test
    void aStrangerWhoSeesSomethingIsFound() {
        check(Set.of("org"), 200);
        assertThat(story.violated()).containsExactly(I5);
    }

    @Test
    void anEventOfAnotherOrganizationIsFound() {
        check(Set.of("other"), 404);
        assertThat(story.violated()).containsExactly(I5);
    }

    private void check(Set<String> organizations, int status) {
        Api stranger = _ -> new Api.Answer(status, 0, Story.json("{}"));
        new Tenants(story.history(), story.findings).check(organizations, List.of(stranger));
    }
}
