package dev.parley.question.catalog;

import static dev.parley.question.catalog.Questions.FIVE_ANCHORS;
import static dev.parley.question.catalog.Questions.ID;
import static dev.parley.question.catalog.Questions.NOON;
import static dev.parley.question.catalog.Questions.aCompleteText;
import static dev.parley.question.catalog.Questions.aDraft;
import static dev.parley.question.catalog.Questions.aPublishedQuestion;
import static dev.parley.question.catalog.Questions.aPublishedQuestionWithChanges;
import static dev.parley.question.catalog.Questions.aText;
import static dev.parley.question.catalog.Questions.anArchivedQuestion;
import static dev.parley.question.catalog.Questions.anImportedQuestion;
import static dev.parley.question.catalog.Questions.anUnfinishedText;
import static dev.parley.question.catalog.Questions.anotherText;
import static dev.parley.question.catalog.Questions.offered;

import dev.parley.question.catalog.QuestionCommand.ArchiveQuestion;
import dev.parley.question.catalog.QuestionCommand.CreateQuestion;
import dev.parley.question.catalog.QuestionCommand.EditQuestion;
import dev.parley.question.catalog.QuestionCommand.PublishQuestion;
import dev.parley.question.catalog.QuestionCommand.UnarchiveQuestion;
import dev.parley.testkit.StateTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTableTests {

    @Test
    void everyCommandHasItsAnswerInEveryState() {
        var alike = new Rubric("same", "same", "explains", "compares", "foresees");
        StateTable.<Question, QuestionCommand>of("question", Question::decide)
                .state("none", null)
                .state("DRAFT, unfinished", aDraft(anUnfinishedText()))
                .state("DRAFT, complete", aDraft(aCompleteText()))
                .state("PUBLISHED", aPublishedQuestion())
                .state("PUBLISHED, changed since", aPublishedQuestionWithChanges())
                .state("PUBLISHED by pack 1.0.0", anImportedQuestion(false))
                .state("PUBLISHED by pack 1.0.0, edited here", anImportedQuestion(true))
                .state("ARCHIVED", anArchivedQuestion())
                .state("ARCHIVED, from pack 1.0.0", Questions.anImportedQuestionThatIsArchived())
                .command("create", new CreateQuestion(ID, aCompleteText()))
                .command("create with two equal anchors", new CreateQuestion(ID, aText("Caching", alike, List.of())))
                .command("edit", new EditQuestion(anotherText()))
                .command("edit to two equal anchors", new EditQuestion(aText("Caching", alike, List.of())))
                .command("edit to no follow-up", new EditQuestion(aText("Caching", FIVE_ANCHORS, List.of())))
                .command("publish", new PublishQuestion(NOON))
                .command("archive", new ArchiveQuestion(NOON))
                .command("unarchive", new UnarchiveQuestion())
                .command("import the same row, 1.0.0", offered(null, "1.0.0", "a"))
                .command("import another row, 1.0.0", offered(anotherText(), "1.0.0", "b"))
                .command("import another row, 1.1.0", offered(anotherText(), "1.1.0", "b"))
                .command("import an unfinished row, 1.1.0", offered(anUnfinishedText(), "1.1.0", "c"))
                .matches();
    }
}
