package dev.parley.session.candidates;

import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.crypto.PersonalData;
import dev.parley.platform.crypto.PersonalKey;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Encrypts and decrypts a candidate's fields. */
@Component
public class FieldSealing {

    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String PHONE = "phone";
    static final String EXTERNAL_ID = "externalId";
    static final String NOTE = "note";

    private final PersonalData personalData;

    FieldSealing(PersonalData personalData) {
        this.personalData = personalData;
    }

    public SealedFields seal(OrganizationId organization, CandidateId id, PersonalFields fields) {
        PersonalKey key = personalData.of(organization, id.value());
        return new SealedFields(
                key.encrypt(NAME, fields.name()),
                key.encrypt(EMAIL, fields.email()),
                key.encryptIfPresent(PHONE, fields.phone()),
                key.encryptIfPresent(EXTERNAL_ID, fields.externalId()),
                emailHash(organization, fields.email()));
    }

    /** These candidates by their ids, with one read for all of their keys. */
    Map<String, ReadableCandidate> open(OrganizationId organization, Collection<Aggregate<Candidate>> candidates) {
        Set<String> ids = candidates.stream().map(Aggregate::id).collect(Collectors.toSet());
        Map<String, PersonalKey> keys = personalData.ofAll(organization, ids);
        return candidates.stream()
                .collect(Collectors.toMap(
                        Aggregate::id,
                        one -> new ReadableCandidate(
                                one.state().fields(), Objects.requireNonNull(keys.get(one.id())))));
    }

    /** Finds the same address again, however it is written in upper and lower case. */
    public String emailHash(OrganizationId organization, String email) {
        return personalData.lookup(organization, EMAIL, email);
    }

    /** A free text about the candidate, such as a reason. */
    public @Nullable String note(OrganizationId organization, CandidateId id, @Nullable String text) {
        return personalData.of(organization, id.value()).encryptIfPresent(NOTE, text);
    }
}
