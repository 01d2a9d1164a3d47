package dev.parley.contracts;

import dev.parley.contracts.id.QuestionId;
import java.time.Instant;

/** What happens to a question of the catalog. */
public sealed interface QuestionEvent extends DomainEvent {

    QuestionId questionId();

    /** A revision became public and will never change again. */
    @EventType("question.published.v1")
    record QuestionPublished(
            QuestionId questionId,
            int revision,
            String title,
            String topic,
            Level level,
            String competency,
            int minutes,
            Instant occurredAt)
            implements QuestionEvent {}

    /** The question is no longer offered for new kits; published revisions stay readable. */
    @EventType("question.archived.v1")
    record QuestionArchived(QuestionId questionId, Instant occurredAt) implements QuestionEvent {}
}
