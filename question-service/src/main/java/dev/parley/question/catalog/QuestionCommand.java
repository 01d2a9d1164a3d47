package dev.parley.question.catalog;

import dev.parley.contracts.id.QuestionId;
import java.time.Instant;

/** What can be asked of a question. */
public sealed interface QuestionCommand {

    record CreateQuestion(QuestionId questionId, QuestionContent content) implements QuestionCommand {}

    record EditQuestion(QuestionContent content) implements QuestionCommand {}

    record PublishQuestion(Instant at) implements QuestionCommand {}

    record ArchiveQuestion(Instant at) implements QuestionCommand {}

    /** Back to a draft; it has to be published anew before kits can use it. */
    record UnarchiveQuestion() implements QuestionCommand {}

    /** Takes a pack's row in: creates, rewrites or leaves alone, and publishes what is complete. */
    record ImportQuestion(QuestionId questionId, QuestionContent content, Provenance provenance, Instant at)
            implements QuestionCommand {}
}
