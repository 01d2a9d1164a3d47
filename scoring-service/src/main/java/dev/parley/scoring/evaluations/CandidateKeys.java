package dev.parley.scoring.evaluations;

import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.crypto.PersonalData;
import org.springframework.stereotype.Component;

/** Gives access to the texts about an evaluation's candidate, at the cost of one read. */
@Component
public class CandidateKeys {

    private final PersonalData personalData;

    CandidateKeys(PersonalData personalData) {
        this.personalData = personalData;
    }

    public CandidateTexts textsOf(Aggregate<Evaluation> about) {
        String candidate = about.state().pinned().candidateId().value();
        return new CandidateTexts(personalData.of(about.organizationId(), candidate), about.id());
    }
}
