package dev.parley.contracts.id;

import java.util.regex.Pattern;

/** A lower-case UUID in text form; each kind of thing has its own type, so that they cannot be mixed up. */
public sealed interface Identifier
        permits OrganizationId,
                UserId,
                ApiKeyId,
                QuestionId,
                KitId,
                PackId,
                ItemId,
                CandidateId,
                PositionId,
                ApplicationId,
                SessionId,
                JobId {

    Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    String value();

    /**
     * Refuses text that is no identifier.
     *
     * @throws IllegalArgumentException when the value is not a lower-case UUID
     */
    static void check(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("expected a lower-case UUID");
        }
    }
}
