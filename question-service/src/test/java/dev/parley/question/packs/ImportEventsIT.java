package dev.parley.question.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.KitEvent.KitPublished;
import dev.parley.contracts.PackEvent.PackImported;
import dev.parley.contracts.Plan;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.question.Api;
import dev.parley.question.FirstOccurrences;
import dev.parley.question.WholeService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@WholeService
class ImportEventsIT {

    private static final int QUESTIONS = 31;
    private static final int KITS = 2;

    private final OrganizationId organization = Api.anOrganization();

    @LocalServerPort
    private int port;

    @Test
    void tellsOfEveryQuestionBothKitsAndThePack() {
        JsonNode job = Api.as(port, organization, Role.ADMIN).imported(Packs.shipped());

        List<Envelope> events = firstOccurrences();

        assertThat(job.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(events).hasSize(QUESTIONS + KITS + 1).allSatisfy(event -> {
            assertThat(event.sequence()).isEqualTo(1);
            assertThat(event.metadata().key()).isEqualTo(event.subject().id());
            assertThat(event.metadata().imported()).isFalse();
        });
        assertThat(events)
                .extracting(event -> event.metadata().correlationId())
                .containsOnly(events.getFirst().metadata().correlationId());
        assertThat(events)
                .filteredOn(event -> event.event() instanceof PackImported)
                .singleElement()
                .satisfies(event -> assertThat((PackImported) event.event())
                        .returns(QUESTIONS, PackImported::questions)
                        .returns(KITS, PackImported::kits)
                        .returns(0, PackImported::failed));
    }

    @Test
    void aKitsEventCarriesItsPlanAndNoModelAnswer() {
        JsonNode job = Api.as(port, organization, Role.ADMIN).imported(Packs.shipped());
        List<String> ids = job.at("/result/kits")
                .valueStream()
                .map(kit -> kit.path("id").asString())
                .toList();

        List<Envelope> kits = firstOccurrences().stream()
                .filter(event -> event.subject().kind() == AggregateKind.KIT)
                .toList();

        assertThat(kits).extracting(event -> event.subject().id()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(kits).allSatisfy(event -> {
            Plan plan = ((KitPublished) event.event()).plan();
            assertThat(plan.items())
                    .allSatisfy(item -> assertThat(item.anchors()).hasSize(5));
            assertThat(event.event().toString()).doesNotContain("SOLID is five rules of thumb");
        });
        assertThat(kits)
                .extracting(event -> ((KitPublished) event.event()).plan().minutes())
                .containsExactlyInAnyOrder(45, 60);
    }

    private List<Envelope> firstOccurrences() {
        return FirstOccurrences.of(QUESTIONS + KITS + 1, this::ours);
    }

    private boolean ours(Envelope event) {
        return organization.equals(event.metadata().organizationId());
    }
}
