package dev.parley.question.kits;

import static dev.parley.question.catalog.Questions.NOON;
import static dev.parley.question.kits.Kits.FIRST;
import static dev.parley.question.kits.Kits.ID;
import static dev.parley.question.kits.Kits.SECOND;
import static dev.parley.question.kits.Kits.aKit;
import static dev.parley.question.kits.Kits.aKitOf;
import static dev.parley.question.kits.Kits.offered;
import static dev.parley.question.kits.Kits.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.contracts.KitEvent.KitArchived;
import dev.parley.contracts.KitEvent.KitPublished;
import dev.parley.contracts.Plan;
import dev.parley.contracts.id.QuestionId;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.question.kits.KitCommand.CreateKit;
import dev.parley.question.kits.KitCommand.PublishKit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KitTests {

    @Test
    void publishingTellsThePlanWordForWord() {
        Plan plan = planOf(Kit.decide(Kits.aDraft(), new PublishKit(published(3, FIRST, SECOND), NOON))
                .events());

        assertThat(plan.version()).isEqualTo(1);
        assertThat(plan.items()).hasSize(2).first().satisfies(item -> {
            assertThat(item.questionId()).isEqualTo(FIRST);
            assertThat(item.revision()).isEqualTo(3);
            assertThat(item.prompt()).isEqualTo("Where would you put a cache?");
            assertThat(item.anchors()).hasSize(5);
            assertThat(item.weight()).isEqualTo(10);
        });
        assertThat(plan.toString()).doesNotContain("Close to the reader.");
    }

    @Test
    void anItemKeepsItsIdWhereverItsQuestionMoves() {
        Plan before = aKitOf(FIRST, SECOND).plan(ID, 1, published(1, FIRST, SECOND));
        Plan after = aKitOf(SECOND, FIRST).plan(ID, 2, published(2, FIRST, SECOND));

        assertThat(after.items().map(Plan.Item::itemId).toList())
                .isEqualTo(before.items().map(Plan.Item::itemId).toList().reversed());
    }

    @Test
    void publishingNamesEveryQuestionThatIsNotPublished() {
        var refusal = catchThrowableOfType(
                DomainException.Invalid.class,
                () -> Kit.decide(Kits.aDraft(), new PublishKit(published(1, FIRST), NOON)));

        assertThat(refusal.errors())
                .containsExactly(
                        new FieldError("/sections/0/items/1/questionId", "there is no such published question"));
    }

    @Test
    void refusesAQuestionTwiceAndTooLittleTime() {
        var refusal = catchThrowableOfType(
                DomainException.Invalid.class,
                () -> Kit.decide(null, new CreateKit(ID, aKit("Core", 5, FIRST, FIRST))));

        assertThat(refusal.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/sections/0/items/1/questionId", "/minutes");
    }

    @Test
    void refusesMoreItemsThanAKitMayHold() {
        QuestionId[] many = IntStream.range(0, 101)
                .mapToObj(number -> new QuestionId("00000000-0000-4000-8000-%012x".formatted(number)))
                .toArray(QuestionId[]::new);

        assertThat(aKit("Endless", 480, many).faults())
                .extracting(FieldError::pointer)
                .contains("/sections");
    }

    @Test
    void aPacksKitWithAnUnfinishedQuestionStaysADraft() {
        var change = Kit.decide(null, offered(aKitOf(FIRST, SECOND), "1.0.0", "a", published(1, FIRST)));

        assertThat(change.events()).isEmpty();
    }

    @Test
    void evolvesWithPublished() {
        Plan plan = aKitOf(FIRST, SECOND).plan(ID, 1, published(1, FIRST, SECOND));

        assertThat(Kit.evolve(Kits.aDraft(), new KitPublished(ID, 1, plan, NOON)))
                .isEqualTo(Kits.aPublishedKit());
    }

    @Test
    void evolvesFromPublishedAloneAsFarAsTheEventTells() {
        Plan plan = aKitOf(FIRST, SECOND).plan(ID, 1, published(1, FIRST, SECOND));

        Kit kit = Kit.evolve(null, new KitPublished(ID, 1, plan, NOON));

        assertThat(kit.number()).isEqualTo(1);
        assertThat(kit.draft().questionIds()).containsExactly(FIRST, SECOND);
        assertThat(kit.draft().instructions()).isNull();
    }

    @Test
    void evolvesWithArchived() {
        assertThat(Kit.evolve(Kits.aPublishedKit(), new KitArchived(ID, NOON))).isEqualTo(Kits.anArchivedKit());
    }

    private static Plan planOf(List<?> events) {
        return ((KitPublished) events.getFirst()).plan();
    }
}
