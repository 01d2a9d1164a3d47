package dev.parley.question.packs;

import dev.parley.question.packs.ImportJobs.Claim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** One worker's turn at one import: from the first row nobody has noted to the last, or to a reason to stop. */
final class ImportRun {

    private final PackFile file;
    private final Batches batches;
    private final BooleanSupplier mayGoOn;
    private final int rowsAtOnce;
    private final Set<String> questionKeys = new HashSet<>();
    private final Set<String> kitKeys = new HashSet<>();
    private ImportJob job;

    /** Takes some rows of one list in, side by side, and notes what became of them. */
    @FunctionalInterface
    interface Batches {
        ImportJob take(List<PackRow> rows, Set<String> questionKeys, ImportJob job);
    }

    ImportRun(Claim claim, PackFile file, Batches batches, BooleanSupplier mayGoOn, int rowsAtOnce) {
        this.job = claim.job();
        this.file = file;
        this.batches = batches;
        this.mayGoOn = mayGoOn;
        this.rowsAtOnce = rowsAtOnce;
    }

    /** The import as it is at the end of the turn. */
    ImportJob run() {
        work(PackRow.QUESTIONS, questionKeys, 0);
        work(PackRow.KITS, kitKeys, file.questions());
        return job;
    }

    private void work(String list, Set<String> keys, int rowsBefore) {
        Iterator<JsonNode> rows = file.rows(list);
        int index = 0;
        while (rows.hasNext() && !job.cancelRequested() && mayGoOn.getAsBoolean()) {
            List<PackRow> batch = new ArrayList<>();
            for (; rows.hasNext() && batch.size() < rowsAtOnce; index++) {
                JsonNode node = rows.next();
                boolean repeated = !keys.add(PackRow.keyOf(node));
                var row = new PackRow(list, index, rowsBefore + index + 1, node, repeated);
                if (row.number() > job.tally().processed()) {
                    batch.add(row);
                }
            }
            if (!batch.isEmpty()) {
                job = batches.take(batch, questionKeys, job);
            }
        }
    }
}
