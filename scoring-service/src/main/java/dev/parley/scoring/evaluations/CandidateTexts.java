package dev.parley.scoring.evaluations;

import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.crypto.PersonalData;
import org.springframework.stereotype.Component;

/** Free text about a candidate, kept under the candidate's key. */
@Component
public class CandidateTexts {

    /** Names of the fields; each text can only be opened as what it was closed as. */
    public static final String RATIONALE = "rationale";

    static final String REASON = "reason";

    private final PersonalData personalData;

    CandidateTexts(PersonalData personalData) {
        this.personalData = personalData;
    }

    public String close(Aggregate<Evaluation> about, String field, String text) {
        return personalData.encrypt(about.organizationId(), candidate(about), bound(about, field), text);
    }

    public String open(Aggregate<Evaluation> about, String field, String stored) {
        return personalData.decrypt(about.organizationId(), candidate(about), bound(about, field), stored);
    }

    private static String candidate(Aggregate<Evaluation> about) {
        return about.state().pinned().candidateId().value();
    }

    private static String bound(Aggregate<Evaluation> about, String field) {
        return field + "/" + about.id();
    }
}
