package dev.parley.question.catalog;

import dev.parley.contracts.Level;
import dev.parley.contracts.id.JobId;
import dev.parley.contracts.id.PackId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.question.catalog.Question.Status;
import dev.parley.question.catalog.QuestionCommand.ImportQuestion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions for tests. */
public final class Questions {

    public static final QuestionId ID = new QuestionId("00000000-0000-4000-8000-000000000001");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final PackId PACK = new PackId("00000000-0000-4000-8000-00000000000a");
    public static final JobId JOB = new JobId("00000000-0000-4000-8000-00000000000b");
    static final Rubric FIVE_ANCHORS = new Rubric("guesses", "recites", "explains", "compares", "foresees");

    private Questions() {}

    public static QuestionContent aCompleteText() {
        return aText("Caching", FIVE_ANCHORS, List.of("And when it is stale?"));
    }

    static QuestionContent anotherText() {
        return aText("Caching, revisited", FIVE_ANCHORS, List.of("And when it is stale?"));
    }

    static QuestionContent anUnfinishedText() {
        return aText("Caching", Rubric.NONE, List.of());
    }

    static QuestionContent aText(String title, Rubric anchors, List<String> followUps) {
        return new QuestionContent(
                title,
                "Where would you put a cache?",
                "caching",
                Level.INTERMEDIATE,
                "performance",
                List.of(),
                5,
                List.of(),
                "Close to the reader.",
                followUps,
                List.of(),
                anchors,
                null,
                "en");
    }

    static Question aDraft(QuestionContent text) {
        return new Question(ID, Status.DRAFT, text, null, null);
    }

    public static QuestionRevision aRevision(int number) {
        return aRevisionOf(ID, number);
    }

    public static QuestionRevision aRevisionOf(QuestionId id, int number) {
        return new QuestionRevision(id, number, NOON, aCompleteText());
    }

    static Question aPublishedQuestion() {
        return new Question(ID, Status.PUBLISHED, aCompleteText(), aRevision(1), null);
    }

    static Question aPublishedQuestionWithChanges() {
        return new Question(ID, Status.PUBLISHED, anotherText(), aRevision(1), null);
    }

    static Question anArchivedQuestion() {
        return new Question(ID, Status.ARCHIVED, aCompleteText(), aRevision(1), null);
    }

    /** Published by version 1.0.0 of a pack, from a row with the fingerprint {@code a}. */
    static Question anImportedQuestion(boolean edited) {
        return new Question(ID, Status.PUBLISHED, aCompleteText(), aRevision(1), from("1.0.0", "a", edited));
    }

    static Question anImportedQuestionThatIsArchived() {
        return new Question(ID, Status.ARCHIVED, aCompleteText(), aRevision(1), from("1.0.0", "a", false));
    }

    public static Provenance from(String version, String fingerprint, boolean edited) {
        return new Provenance(PACK, "caching", version, fingerprint, JOB, edited);
    }

    static ImportQuestion offered(@Nullable QuestionContent text, String version, String fingerprint) {
        return new ImportQuestion(ID, text == null ? aCompleteText() : text, from(version, fingerprint, false), NOON);
    }
}
