package dev.parley.question.catalog;

import dev.parley.contracts.id.QuestionId;
import java.time.Instant;

/**
 * A published text of a question; it never changes.
 *
 * @param revision 1 for the first, then without gaps
 */
public record QuestionRevision(QuestionId questionId, int revision, Instant publishedAt, QuestionContent content) {}
