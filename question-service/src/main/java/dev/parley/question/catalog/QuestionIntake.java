package dev.parley.question.catalog;

import dev.parley.contracts.DomainEvent;
import dev.parley.platform.aggregate.Change;
import dev.parley.question.catalog.Question.Status;
import dev.parley.question.catalog.QuestionCommand.ImportQuestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a question when a pack offers a text for it. */
final class QuestionIntake {

    private QuestionIntake() {}

    static Change<Question> decide(@Nullable Question question, ImportQuestion offered) {
        Question.refuse(offered.content().faults());
        if (question != null && holds(question, offered)) {
            return Change.of();
        }
        if (question != null) {
            question.refuseArchived();
            Provenance.checkReplaceable(question.provenance(), offered.provenance());
        }
        return rewrite(question, offered);
    }

    /** Whether the row's text has been taken in before. */
    static boolean holds(Question question, ImportQuestion offered) {
        return question.provenance() != null && question.provenance().sameText(offered.provenance());
    }

    private static Change<Question> rewrite(@Nullable Question former, ImportQuestion offered) {
        int next = (former == null ? 0 : former.revision()) + 1;
        boolean complete = offered.content().publicationFaults().isEmpty();
        List<DomainEvent> events = complete
                ? List.of(Question.published(offered.questionId(), next, offered.content(), offered.at()))
                : List.of();
        return Change.<Question>of(events).and(state -> rewritten(state, offered, complete));
    }

    private static Question rewritten(@Nullable Question state, ImportQuestion offered, boolean complete) {
        QuestionRevision published = state == null ? null : state.published();
        if (complete && published != null) {
            published = new QuestionRevision(
                    offered.questionId(), published.revision(), published.publishedAt(), offered.content());
        }
        Status status = state == null ? Status.DRAFT : state.status();
        return new Question(offered.questionId(), status, offered.content(), published, offered.provenance());
    }
}
