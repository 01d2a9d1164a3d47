package dev.parley.question.catalog;

import static dev.parley.question.catalog.Questions.ID;
import static dev.parley.question.catalog.Questions.NOON;
import static dev.parley.question.catalog.Questions.aCompleteText;
import static dev.parley.question.catalog.Questions.aDraft;
import static dev.parley.question.catalog.Questions.aPublishedQuestion;
import static dev.parley.question.catalog.Questions.aPublishedQuestionWithChanges;
import static dev.parley.question.catalog.Questions.anArchivedQuestion;
import static dev.parley.question.catalog.Questions.anImportedQuestion;
import static dev.parley.question.catalog.Questions.anUnfinishedText;
import static dev.parley.question.catalog.Questions.anotherText;
import static dev.parley.question.catalog.Questions.offered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.Level;
import dev.parley.contracts.QuestionEvent.QuestionArchived;
import dev.parley.contracts.QuestionEvent.QuestionPublished;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.question.catalog.Question.Status;
import dev.parley.question.catalog.QuestionCommand.EditQuestion;
import dev.parley.question.catalog.QuestionCommand.PublishQuestion;
import dev.parley.question.catalog.QuestionCommand.UnarchiveQuestion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionTests {

    @Test
    void publishingPinsTheDraftAsTheNextRevision() {
        Question published = after(aPublishedQuestionWithChanges(), new PublishQuestion(NOON));

        assertThat(published.published()).isEqualTo(new QuestionRevision(ID, 2, NOON, anotherText()));
        assertThat(published.pending()).isFalse();
    }

    @Test
    void publishingNamesEverythingThatIsMissing() {
        var refusal = catchThrowableOfType(
                DomainException.Invalid.class,
                () -> Question.decide(aDraft(anUnfinishedText()), new PublishQuestion(NOON)));

        assertThat(refusal.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/anchors/1", "/anchors/2", "/anchors/3", "/anchors/4", "/anchors/5", "/followUps");
    }

    @Test
    void editingLeavesThePublishedTextAlone() {
        Question edited = after(aPublishedQuestion(), new EditQuestion(anotherText()));

        assertThat(edited.draft()).isEqualTo(anotherText());
        assertThat(edited.published()).isEqualTo(aPublishedQuestion().published());
        assertThat(edited.pending()).isTrue();
    }

    @Test
    void editingAnImportedQuestionMakesItOurs() {
        Question edited = after(anImportedQuestion(false), new EditQuestion(anotherText()));

        assertThat(edited.provenance()).isNotNull().returns(true, Provenance::edited);
    }

    @Test
    void unarchivedItIsADraftThatGoesOnCounting() {
        Question back = after(anArchivedQuestion(), new UnarchiveQuestion());
        Question again = after(back, new PublishQuestion(NOON));

        assertThat(back.status()).isEqualTo(Status.DRAFT);
        assertThat(again.revision()).isEqualTo(2);
    }

    @Test
    void aPackBringsAPublishedQuestionInOneStep() {
        Question brought = after(null, offered(aCompleteText(), "1.0.0", "a"));

        assertThat(brought).isEqualTo(anImportedQuestion(false));
    }

    @Test
    void aPacksUnfinishedQuestionStaysADraft() {
        Question brought = after(null, offered(anUnfinishedText(), "1.0.0", "a"));

        assertThat(brought.status()).isEqualTo(Status.DRAFT);
        assertThat(brought.published()).isNull();
    }

    @Test
    void aNewVersionOfThePackBringsTheNextRevision() {
        Question brought = after(anImportedQuestion(false), offered(anotherText(), "1.1.0", "b"));

        assertThat(brought.published()).isEqualTo(new QuestionRevision(ID, 2, NOON, anotherText()));
        assertThat(brought.provenance()).isEqualTo(Questions.from("1.1.0", "b", false));
    }

    @Test
    void anUnfinishedRowLeavesThePublishedTextAlone() {
        Question brought = after(anImportedQuestion(false), offered(anUnfinishedText(), "1.1.0", "b"));

        assertThat(brought.draft()).isEqualTo(anUnfinishedText());
        assertThat(brought.published()).isEqualTo(anImportedQuestion(false).published());
        assertThat(brought.status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void evolvesWithPublished() {
        var event = new QuestionPublished(ID, 1, "Caching", "caching", Level.INTERMEDIATE, "performance", 5, NOON);

        Question state = Question.evolve(aDraft(aCompleteText()), event);

        assertThat(state).isEqualTo(aPublishedQuestion());
    }

    @Test
    void evolvesFromPublishedAloneAsFarAsTheEventTells() {
        var event = new QuestionPublished(ID, 1, "Caching", "caching", Level.INTERMEDIATE, "performance", 5, NOON);

        Question state = Question.evolve(null, event);

        assertThat(state.revision()).isEqualTo(1);
        assertThat(state.draft().title()).isEqualTo("Caching");
        assertThat(state.draft().answer()).isNull();
    }

    @Test
    void evolvesWithArchived() {
        Question state = Question.evolve(aPublishedQuestion(), new QuestionArchived(ID, NOON));

        assertThat(state).isEqualTo(anArchivedQuestion());
    }

    private static Question after(@Nullable Question question, QuestionCommand command) {
        Change<Question> change = Question.decide(question, command);
        @Nullable Question state = question;
        for (DomainEvent event : change.events()) {
            state = Question.evolve(state, event);
        }
        return applied(change, state);
    }

    @SuppressWarnings("NullAway") // as the store does: the first change of a new question receives none
    private static Question applied(Change<Question> change, @Nullable Question state) {
        return change.privately().apply(state);
    }
}
