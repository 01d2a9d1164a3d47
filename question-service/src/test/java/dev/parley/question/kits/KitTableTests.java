package dev.parley.question.kits;

import static dev.parley.question.catalog.Questions.NOON;
import static dev.parley.question.kits.Kits.FIRST;
import static dev.parley.question.kits.Kits.ID;
import static dev.parley.question.kits.Kits.SECOND;
import static dev.parley.question.kits.Kits.aKit;
import static dev.parley.question.kits.Kits.aKitOf;
import static dev.parley.question.kits.Kits.offered;
import static dev.parley.question.kits.Kits.published;

import dev.parley.question.kits.KitCommand.ArchiveKit;
import dev.parley.question.kits.KitCommand.CreateKit;
import dev.parley.question.kits.KitCommand.EditKit;
import dev.parley.question.kits.KitCommand.PublishKit;
import dev.parley.testkit.StateTable;
import org.junit.jupiter.api.Test;

class KitTableTests {

    @Test
    void everyCommandHasItsAnswerInEveryState() {
        var both = published(1, FIRST, SECOND);
        StateTable.<Kit, KitCommand>of("kit", Kit::decide)
                .state("none", null)
                .state("DRAFT", Kits.aDraft())
                .state("PUBLISHED", Kits.aPublishedKit())
                .state("PUBLISHED, changed since", Kits.aPublishedKitWithChanges())
                .state("PUBLISHED by pack 1.0.0", Kits.anImportedKit(false))
                .state("PUBLISHED by pack 1.0.0, edited here", Kits.anImportedKit(true))
                .state("ARCHIVED", Kits.anArchivedKit())
                .state("ARCHIVED, from pack 1.0.0", Kits.anImportedKitThatIsArchived())
                .command("create", new CreateKit(ID, aKitOf(FIRST, SECOND)))
                .command("create with a question twice", new CreateKit(ID, aKitOf(FIRST, FIRST)))
                .command("edit", new EditKit(aKit("Other", 30, SECOND)))
                .command("edit to more minutes than there are", new EditKit(aKit("Other", 9, FIRST, SECOND)))
                .command("publish", new PublishKit(both, NOON))
                .command("publish after a question's next revision", new PublishKit(published(2, FIRST, SECOND), NOON))
                .command("publish with an unpublished question", new PublishKit(published(1, FIRST), NOON))
                .command("archive", new ArchiveKit(NOON))
                .command("import the same row, 1.0.0", offered(aKitOf(FIRST, SECOND), "1.0.0", "a", both))
                .command("import another row, 1.0.0", offered(aKitOf(SECOND), "1.0.0", "b", both))
                .command("import another row, 1.1.0", offered(aKitOf(SECOND), "1.1.0", "b", both))
                .command(
                        "import the same row, 1.1.0, with new questions",
                        offered(aKitOf(FIRST, SECOND), "1.1.0", "a", published(2, FIRST, SECOND)))
                .command(
                        "import another row, 1.1.0, with an unpublished question",
                        offered(aKit("Other", 45, FIRST, SECOND), "1.1.0", "b", published(1, FIRST)))
                .command("import a question twice", offered(aKitOf(FIRST, FIRST), "1.1.0", "b", both))
                .matches();
    }
}
