package dev.parley.question.packs;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.question.catalog.Provenance;
import dev.parley.question.catalog.QuestionCommand.ImportQuestion;
import dev.parley.question.catalog.QuestionContent;
import dev.parley.question.catalog.QuestionService;
import dev.parley.question.kits.KitCommand.ImportKit;
import dev.parley.question.kits.KitContent;
import dev.parley.question.kits.KitService;
import dev.parley.question.packs.ImportJob.ImportedKit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes one row in, or says why not; taking it in again does no harm. */
@Component
class RowIntake {

    private final QuestionService questions;
    private final KitService kits;
    private final PackService packs;
    private final PackSchema schema;
    private final JsonMapper json;

    RowIntake(QuestionService questions, KitService kits, PackService packs, PackSchema schema, JsonMapper json) {
        this.questions = questions;
        this.kits = kits;
        this.packs = packs;
        this.schema = schema;
        this.json = json;
    }

    RowResult take(PackRow row, ImportContext context) {
        List<FieldError> faults = row.isQuestion()
                ? schema.faultsOfQuestion(row.node(), row.pointer())
                : schema.faultsOfKit(row.node(), row.pointer());
        if (!faults.isEmpty()) {
            return RowResult.refused(row, faults);
        }
        if (row.repeated()) {
            return RowResult.refused(
                    row, List.of(new FieldError(row.pointer() + "/key", "an earlier row has the same key")));
        }
        return attempt(row, () -> row.isQuestion() ? question(row, context) : kit(row, context));
    }

    private static RowResult attempt(PackRow row, Supplier<RowResult> work) {
        try {
            return work.get();
        } catch (DomainException.Unavailable e) {
            throw e;
        } catch (DomainException.Invalid e) {
            return RowResult.refused(
                    row,
                    e.errors().stream()
                            .map(fault -> new FieldError(row.pointer() + inFile(fault.pointer()), fault.detail()))
                            .toList());
        } catch (DomainException e) {
            return RowResult.refused(row, List.of(new FieldError(row.pointer(), String.valueOf(e.getMessage()))));
        } catch (JacksonException _) {
            return RowResult.refused(row, List.of(new FieldError(row.pointer(), "a value is not allowed here")));
        }
    }

    /** A file has keys where a kit has ids. */
    private static String inFile(String pointer) {
        return pointer.replace("/questionId", "/question");
    }

    private RowResult question(PackRow row, ImportContext context) {
        ObjectNode fields = (ObjectNode) row.node().deepCopy();
        fields.remove("key");
        fields.put("language", context.header().language());
        var content = json.treeToValue(fields, QuestionContent.class);
        OrganizationId organization = context.organization();
        return RowResult.question(questions.takeIn(
                context.origin(),
                new ImportQuestion(
                        packs.questionId(organization, context.header().key(), row.key()),
                        content,
                        provenance(row, context),
                        context.origin().now())));
    }

    private RowResult kit(PackRow row, ImportContext context) {
        List<FieldError> dangling = danglingReferences(row, context);
        if (!dangling.isEmpty()) {
            return RowResult.refused(row, dangling);
        }
        OrganizationId organization = context.organization();
        String pack = context.header().key();
        KitContent content =
                json.treeToValue(row.node(), KitRow.class).toContent(key -> packs.questionId(organization, pack, key));
        var taken = kits.takeIn(
                context.origin(),
                new ImportKit(
                        packs.kitId(organization, pack, row.key()),
                        content,
                        provenance(row, context),
                        questions.findPublished(organization, content.questionIds()),
                        context.origin().now()));
        return RowResult.kit(
                taken.changed(),
                taken.version() == 0 ? null : new ImportedKit(taken.kitId(), taken.name(), taken.version()));
    }

    private static List<FieldError> danglingReferences(PackRow row, ImportContext context) {
        List<FieldError> faults = new ArrayList<>();
        QuestionReferences.in(row.node()).forEach((place, key) -> {
            String pointer = row.pointer() + place;
            if (!context.questionKeys().contains(key)) {
                faults.add(new FieldError(pointer, "the pack has no question with this key"));
            } else if (context.refused().contains(key)) {
                faults.add(new FieldError(pointer, "the question with this key was refused, see its row"));
            }
        });
        return faults;
    }

    private Provenance provenance(PackRow row, ImportContext context) {
        return new Provenance(
                packs.packId(context.organization(), context.header().key()),
                row.key(),
                context.header().version(),
                Fingerprint.of(row.node(), context.header().language()),
                context.jobId(),
                false);
    }
}
