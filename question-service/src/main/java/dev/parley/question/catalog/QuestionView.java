package dev.parley.question.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.question.catalog.Question.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question as its readers see it: what is being worked on and what is published. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuestionView(
        String id,
        long version,
        Status state,
        boolean pending,
        Instant createdAt,
        QuestionContent draft,
        @Nullable QuestionRevision published,
        @Nullable PackSource pack) {

    static QuestionView of(Aggregate<Question> found) {
        Question question = found.state();
        return new QuestionView(
                found.id(),
                found.version(),
                question.status(),
                question.pending(),
                found.createdAt(),
                question.draft(),
                question.published(),
                PackSource.of(question.provenance()));
    }
}
