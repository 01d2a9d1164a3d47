package dev.parley.scoring.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.parley.platform.aggregate.Aggregate;
import dev.parley.scoring.AnInterview;
import dev.parley.scoring.seals.Sealer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationViewsTests {

    private final Sealer sealer = mock();
    private final CandidateKeys keys = mock();
    private final EvaluationViews views = new EvaluationViews(sealer, keys);

    static Stream<Given> beforeTheReveal() {
        return Stream.of(
                Given.aScheduledInterview(),
                Given.aStartedInterview().submitted(0, "5 5 5"),
                Given.aStartedInterview()
                        .submitted(0, "5 5 5")
                        .submitted(1, "5 5 5")
                        .submitted(2, "5 5 5"),
                Given.aCompletedInterview().submitted(0, "5 5 5").submitted(1, "5 5 5"),
                Given.aCancelledInterview());
    }

    @ParameterizedTest
    @MethodSource("beforeTheReveal")
    void sealedEvaluationTellsOnlyWhoSubmitted(Given given) {
        JsonNode json = new JsonMapper()
                .valueToTree(views.of(new Aggregate<>(
                        given.interview.session().value(),
                        given.interview.organization(),
                        7,
                        7,
                        AnInterview.SCHEDULED,
                        given.state())));

        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder("id", "version", "state", "panel", "revealed", "items");
        assertThat(json.path("items").get(0).propertyNames())
                .containsExactlyInAnyOrder("itemId", "title", "weight", "competency", "anchors");
        assertThat(json.path("panel").get(0).propertyNames())
                .isSubsetOf("interviewerId", "submitted", "submittedAt", "excused");
        verifyNoInteractions(sealer, keys);
    }
}
