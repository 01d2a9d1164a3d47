package dev.parley.session.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.CandidateEvent.CandidateRegistered;
import dev.parley.contracts.CandidateEvent.CandidateUpdated;
import dev.parley.contracts.id.CandidateId;
import dev.parley.session.candidates.CandidateCommand.Register;
import dev.parley.session.candidates.CandidateCommand.Update;
import dev.parley.testkit.StateTable;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CandidateTests {

    private static final CandidateId ID = new CandidateId("00000000-0000-4000-8000-000000000001");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00.000Z");
    private static final SealedFields FIRST = new SealedFields("n1", "e1", null, null, "h1");
    private static final SealedFields SECOND = new SealedFields("n2", "e2", "p2", "x2", "h2");
    private static final Register REGISTER = new Register(ID, FIRST, NINE);
    private static final Update UPDATE = new Update(ID, SECOND, NINE);

    @Test
    void answersEveryCommandInEveryStateAsApproved() {
        StateTable.<Candidate, CandidateCommand>of("candidate", Candidate::decide)
                .state("none", null)
                .state("registered", new Candidate(FIRST))
                .command("Register", REGISTER)
                .command("Update", UPDATE)
                .matches();
    }

    @Test
    void registeredTellsNothingButTheId() {
        var change = Candidate.decide(null, REGISTER);
        Candidate told = Candidate.evolve(null, new CandidateRegistered(ID, NINE));

        assertThat(change.events()).containsExactly(new CandidateRegistered(ID, NINE));
        assertThat(told).isEqualTo(new Candidate(SealedFields.NONE));
        assertThat(change.privately().apply(told)).isEqualTo(new Candidate(FIRST));
    }

    @Test
    void updatedReplacesTheFieldsPrivately() {
        var change = Candidate.decide(new Candidate(FIRST), UPDATE);
        Candidate told = Candidate.evolve(new Candidate(FIRST), new CandidateUpdated(ID, NINE));

        assertThat(change.events()).containsExactly(new CandidateUpdated(ID, NINE));
        assertThat(told).isEqualTo(new Candidate(FIRST));
        assertThat(change.privately().apply(told)).isEqualTo(new Candidate(SECOND));
    }

    @Test
    void eventsOfOthersAreNoHistoryOfACandidate() {
        assertThatThrownBy(() -> Candidate.evolve(null, new CandidateUpdated(ID, NINE)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void fieldsInTheClearDoNotPrint() {
        assertThat(new PersonalFields("Ada Example", "ada@example.org", null, null).toString())
                .doesNotContain("Ada")
                .doesNotContain("ada");
    }
}
