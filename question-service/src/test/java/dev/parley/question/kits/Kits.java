package dev.parley.question.kits;

import static dev.parley.question.catalog.Questions.NOON;

import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.question.catalog.QuestionRevision;
import dev.parley.question.catalog.Questions;
import dev.parley.question.kits.Kit.Status;
import dev.parley.question.kits.KitCommand.ImportKit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Kits for tests. */
final class Kits {

    static final KitId ID = new KitId("00000000-0000-4000-8000-000000000002");
    static final QuestionId FIRST = new QuestionId("00000000-0000-4000-8000-000000000011");
    static final QuestionId SECOND = new QuestionId("00000000-0000-4000-8000-000000000012");

    private Kits() {}

    static KitContent aKitOf(QuestionId... questions) {
        return aKit("Core", 45, questions);
    }

    static KitContent aKit(String name, int minutes, QuestionId... questions) {
        var items = Arrays.stream(questions)
                .map(question -> new KitContent.Item(question, 10, 5, "It matters."))
                .toList();
        return new KitContent(
                name, null, "Keep the order.", 2, minutes, List.of(new KitContent.Section("Only", items)));
    }

    static Map<QuestionId, QuestionRevision> published(int revision, QuestionId... questions) {
        return Arrays.stream(questions)
                .map(question -> Questions.aRevisionOf(question, revision))
                .collect(Collectors.toMap(QuestionRevision::questionId, Function.identity()));
    }

    static Kit aDraft() {
        return new Kit(ID, Status.DRAFT, aKitOf(FIRST, SECOND), null, null);
    }

    static KitVersion aVersion(int number, int revision) {
        var content = aKitOf(FIRST, SECOND);
        return KitVersion.of(content, content.plan(ID, number, published(revision, FIRST, SECOND)), NOON);
    }

    static Kit aPublishedKit() {
        return new Kit(ID, Status.PUBLISHED, aKitOf(FIRST, SECOND), aVersion(1, 1), null);
    }

    static Kit aPublishedKitWithChanges() {
        return new Kit(ID, Status.PUBLISHED, aKit("Core, revisited", 45, FIRST, SECOND), aVersion(1, 1), null);
    }

    static Kit anArchivedKit() {
        return new Kit(ID, Status.ARCHIVED, aKitOf(FIRST, SECOND), aVersion(1, 1), null);
    }

    static Kit anImportedKit(boolean edited) {
        return new Kit(
                ID, Status.PUBLISHED, aKitOf(FIRST, SECOND), aVersion(1, 1), Questions.from("1.0.0", "a", edited));
    }

    static Kit anImportedKitThatIsArchived() {
        return new Kit(ID, Status.ARCHIVED, aKitOf(FIRST, SECOND), aVersion(1, 1), Questions.from("1.0.0", "a", false));
    }

    static ImportKit offered(
            KitContent content, String version, String fingerprint, Map<QuestionId, QuestionRevision> published) {
        return new ImportKit(ID, content, Questions.from(version, fingerprint, false), published, NOON);
    }
}
