package dev.parley.session.candidates;

import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.crypto.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Encrypts and decrypts a candidate's fields. */
@Component
public class FieldSealing {

    private final PersonalData personalData;

    FieldSealing(PersonalData personalData) {
        this.personalData = personalData;
    }

    public SealedFields seal(OrganizationId organization, CandidateId id, PersonalFields fields) {
        return new SealedFields(
                personalData.encrypt(organization, id.value(), "name", fields.name()),
                personalData.encrypt(organization, id.value(), "email", fields.email()),
                optional(organization, id, "phone", fields.phone()),
                optional(organization, id, "externalId", fields.externalId()),
                emailHash(organization, fields.email()));
    }

    public PersonalFields open(OrganizationId organization, CandidateId id, SealedFields fields) {
        String phone = fields.phone();
        String externalId = fields.externalId();
        return new PersonalFields(
                name(organization, id, fields),
                personalData.decrypt(organization, id.value(), "email", fields.email()),
                phone == null ? null : personalData.decrypt(organization, id.value(), "phone", phone),
                externalId == null ? null : personalData.decrypt(organization, id.value(), "externalId", externalId));
    }

    public String name(OrganizationId organization, CandidateId id, SealedFields fields) {
        return personalData.decrypt(organization, id.value(), "name", fields.name());
    }

    /** Finds the same address again, however it is written in upper and lower case. */
    public String emailHash(OrganizationId organization, String email) {
        return personalData.lookup(organization, "email", email);
    }

    /** A free text about the candidate, such as a reason. */
    public @Nullable String note(OrganizationId organization, CandidateId id, @Nullable String text) {
        return optional(organization, id, "note", text);
    }

    private @Nullable String optional(
            OrganizationId organization, CandidateId id, String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : personalData.encrypt(organization, id.value(), field, text);
    }
}
