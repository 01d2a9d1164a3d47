package dev.parley.scoring.evaluations;

import dev.parley.platform.crypto.PersonalKey;
import org.jspecify.annotations.Nullable;

/**
 * Free text about the candidate of one evaluation, kept under the candidate's key; bound to the evaluation. It lasts for
 * one request.
 */
public record CandidateTexts(PersonalKey key, String evaluation) {

    /** Names of the fields; each text can only be opened as what it was closed as. */
    public static final String RATIONALE = "rationale";

    static final String REASON = "reason";

    public String close(String field, String text) {
        return key.encrypt(bound(field), text);
    }

    /** Absent when nothing was stored, and when the candidate was erased. */
    public @Nullable String open(String field, @Nullable String stored) {
        return key.isDestroyed() ? null : key.decryptIfPresent(bound(field), stored);
    }

    private String bound(String field) {
        return field + "/" + evaluation;
    }
}
