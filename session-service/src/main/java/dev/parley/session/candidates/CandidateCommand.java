package dev.parley.session.candidates;

import dev.parley.contracts.id.CandidateId;
import java.time.Instant;

/** What can be asked of a candidate's record. */
public sealed interface CandidateCommand {

    record Register(CandidateId candidateId, SealedFields fields, Instant at) implements CandidateCommand {}

    record Update(CandidateId candidateId, SealedFields fields, Instant at) implements CandidateCommand {}
}
