package dev.parley.session.candidates;

import dev.parley.platform.crypto.PersonalKey;
import org.jspecify.annotations.Nullable;

/** A candidate together with the key to the candidate's texts; of one who was erased, every text is absent. */
public record ReadableCandidate(SealedFields sealed, PersonalKey key) {

    public @Nullable String name() {
        return open(FieldSealing.NAME, sealed.name());
    }

    @Nullable
    String email() {
        return open(FieldSealing.EMAIL, sealed.email());
    }

    @Nullable
    String phone() {
        return open(FieldSealing.PHONE, sealed.phone());
    }

    @Nullable
    String externalId() {
        return open(FieldSealing.EXTERNAL_ID, sealed.externalId());
    }

    /** What {@link FieldSealing#note} was given. */
    public @Nullable String note(@Nullable String stored) {
        return open(FieldSealing.NOTE, stored);
    }

    private @Nullable String open(String field, @Nullable String stored) {
        return key.isDestroyed() ? null : key.decryptIfPresent(field, stored);
    }

    @Override
    public String toString() {
        return "ReadableCandidate[…]";
    }
}
