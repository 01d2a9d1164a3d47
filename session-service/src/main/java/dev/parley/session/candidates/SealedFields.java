package dev.parley.session.candidates;

import org.jspecify.annotations.Nullable;

/**
 * Personal fields as stored: ciphertext under the candidate's own data key.
 *
 * @param emailHash keyed hash, to find the candidate again
 */
public record SealedFields(
        String name,
        String email,
        @Nullable String phone,
        @Nullable String externalId,
        String emailHash) {

    static final SealedFields NONE = new SealedFields("", "", null, null, "");
}
