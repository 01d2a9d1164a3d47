package dev.parley.question.catalog;

import dev.parley.contracts.id.JobId;
import dev.parley.contracts.id.PackId;
import dev.parley.platform.error.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * Which row of which pack something came from.
 *
 * @param key of the row in the pack
 * @param version of the pack that brought the present text
 * @param fingerprint of the row that brought it
 * @param jobId the import that did
 * @param edited whether someone has changed the text here since
 */
public record Provenance(PackId packId, String key, String version, String fingerprint, JobId jobId, boolean edited) {

    public boolean sameText(Provenance offered) {
        return fingerprint.equals(offered.fingerprint);
    }

    /** The text is no longer the pack's alone. */
    public Provenance afterEdit() {
        return new Provenance(packId, key, version, fingerprint, jobId, true);
    }

    /**
     * Refuses a text that would overwrite what must stay.
     *
     * @param present absent for what was written here
     * @throws DomainException.Conflict when people changed the present text, or the offered version brought another
     */
    public static void checkReplaceable(@Nullable Provenance present, Provenance offered) {
        if (present == null) {
            throw new DomainException.Conflict("It was written here and is kept as it is.");
        }
        present.checkReplaceableBy(offered);
    }

    private void checkReplaceableBy(Provenance offered) {
        if (edited) {
            throw new DomainException.Conflict("It was changed here after its import and is kept as it is.");
        }
        if (version.equals(offered.version)) {
            throw new DomainException.Conflict("It differs from what version " + version
                    + " brought before: give the pack a new version to change it.");
        }
    }
}
