package dev.parley.question.kits;

import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.question.catalog.Provenance;
import dev.parley.question.catalog.QuestionRevision;
import java.time.Instant;
import java.util.Map;

/** What can be asked of a kit. */
public sealed interface KitCommand {

    record CreateKit(KitId kitId, KitContent content) implements KitCommand {}

    record EditKit(KitContent content) implements KitCommand {}

    /** Pins these revisions of its questions. */
    record PublishKit(Map<QuestionId, QuestionRevision> published, Instant at) implements KitCommand {}

    record ArchiveKit(Instant at) implements KitCommand {}

    /** Takes a pack's row in: creates, rewrites or leaves alone, and publishes when all its questions are. */
    record ImportKit(
            KitId kitId,
            KitContent content,
            Provenance provenance,
            Map<QuestionId, QuestionRevision> published,
            Instant at)
            implements KitCommand {}
}
