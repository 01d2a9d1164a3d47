package dev.parley.checker;

import static dev.parley.checker.Invariant.I5;
import static dev.parley.checker.Story.ID;
import static dev.parley.checker.Story.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TenantsTests {
    private final Story story = new Story().event(SESSION, "session.scheduled", "a");

    @Test
    void strangersAreRefusedEverything() {
        look(403);
        assertThat(story.violated()).isEmpty();
        assertThat(story.findings.counts()).containsEntry("I5 looks of strangers", 6L);
    }

    @Test
    void aStrangerWhoSeesSomethingIsFound() {
        look(200);
        assertThat(story.violated()).containsExactly(I5);
    }

    @Test
    void anEventOfAnotherOrganizationIsFound() {
        tenants().events(List.of("org"));
        assertThat(story.violated()).isEmpty();
        tenants().events(List.of("other"));
        assertThat(story.violated()).containsExactly(I5);
    }

    @Test
    void aCommandOfAStrangerThatIsAcknowledgedIsFound() {
        story.refused("stranger-1", "/api/v1/sessions/" + ID + "/cancel");
        tenants().commands(story.commands());
        assertThat(story.violated()).isEmpty();
        story.acknowledged("stranger-2", "/api/v1/sessions/" + ID + "/cancel", ID, 2);
        tenants().commands(story.commands());
        assertThat(story.violated()).containsExactly(I5);
    }

    @Test
    void whatIsListedOfAnotherOrganizationIsFound() {
        Api api = path -> new Api.Answer(
                200,
                0,
                Story.json(
                        path.contains("cursor=") ? page("22222222-2222-4222-8222-222222222222", "") : page(ID, "x")));
        tenants().lists(story.history().within("org"), api);
        assertThat(story.findings.violations())
                .extracting(Violation::subject)
                .contains("session/22222222-2222-4222-8222-222222222222")
                .doesNotContain(SESSION);
    }

    private static String page(String id, String next) {
        return "{\"items\": [{\"id\": \"%s\"}], \"next\": \"%s\"}".formatted(id, next);
    }

    private Tenants tenants() {
        return new Tenants(story.history(), story.findings);
    }

    private void look(int status) {
        Api stranger = _ -> new Api.Answer(status, 0, Story.json("{}"));
        tenants().strangers(story.history(), List.of(stranger));
    }
}
