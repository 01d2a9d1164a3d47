package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.describe.Range;
import dev.parley.contracts.id.QuestionId;
import java.time.Instant;

/** What happens to a question of the catalog. */
@About(AggregateKind.QUESTION)
public sealed interface QuestionEvent extends DomainEvent {

    @Describe("the question")
    QuestionId questionId();

    @EventType("question.published.v1")
    @Describe(
            value = "A revision of the question became public and will never change again.",
            why = "To keep a list of what can be asked; prompt, anchors and model answer are read through the API.")
    record QuestionPublished(
            QuestionId questionId,

            @Describe("which revision, counted from 1") @Range(min = 1)
            int revision,

            @Describe("a short name for lists") String title,
            @Describe("what it is about, as a slug") String topic,
            Level level,

            @Describe("what an answer shows of the candidate, as a slug")
            String competency,

            @Describe("usual time for the answer with its follow-ups, in minutes") @Range(min = 1, max = 60)
            int minutes,

            Instant occurredAt)
            implements QuestionEvent {}

    @EventType("question.archived.v1")
    @Describe(
            value = "The question is no longer offered for new kits.",
            why = "Published revisions stay readable, and kits that hold one keep it.")
    record QuestionArchived(QuestionId questionId, Instant occurredAt) implements QuestionEvent {}
}
