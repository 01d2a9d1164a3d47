package dev.parley.question.catalog;

import dev.parley.contracts.Level;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.question.catalog.Question.Status;
import java.util.List;

/** A question as one line of a list. */
record QuestionSummary(
        String id,
        long version,
        Status state,
        boolean pending,
        int revision,
        String title,
        String topic,
        Level level,
        String competency,
        List<String> tags,
        int minutes) {

    static QuestionSummary of(Aggregate<Question> found) {
        Question question = found.state();
        QuestionContent content = question.draft();
        return new QuestionSummary(
                found.id(),
                found.version(),
                question.status(),
                question.pending(),
                question.revision(),
                content.title(),
                content.topic(),
                content.level(),
                content.competency(),
                content.tags(),
                content.minutes());
    }
}
