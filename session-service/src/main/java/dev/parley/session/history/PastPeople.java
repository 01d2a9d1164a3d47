package dev.parley.session.history;

import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.Origin;
import dev.parley.session.applications.Position;
import dev.parley.session.candidates.Candidate;
import dev.parley.session.candidates.CandidateCommand;
import dev.parley.session.candidates.FieldSealing;
import dev.parley.session.candidates.PersonalFields;
import dev.parley.session.history.PastInterview.PastCandidate;
import dev.parley.session.history.PastInterview.PastPosition;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The candidates and positions that past interviews name. */
@Component
class PastPeople {

    private final AggregateStore<Candidate> candidates;
    private final AggregateStore<Position> positions;
    private final FieldSealing sealing;

    PastPeople(AggregateStore<Candidate> candidates, AggregateStore<Position> positions, FieldSealing sealing) {
        this.candidates = candidates;
        this.positions = positions;
        this.sealing = sealing;
    }

    void bringIn(Origin origin, CandidateId id, PastCandidate candidate, Instant at) {
        if (candidates.find(origin.organizationId(), id.value()).isPresent()) {
            return;
        }
        var fields = new PersonalFields(candidate.name(), candidate.email(), null, null);
        var register = new CandidateCommand.Register(id, sealing.seal(origin.organizationId(), id, fields), at);
        candidates.carryOut(
                origin, id.value(), state -> state == null ? Candidate.decide(null, register) : Change.of());
    }

    void bringIn(Origin origin, PositionId id, PastPosition position, Instant at) {
        if (positions.find(origin.organizationId(), id.value()).isPresent()) {
            return;
        }
        var open = new Position.Command.Open(id, position.title(), position.timeZone(), at);
        positions.carryOut(origin, id.value(), state -> state == null ? Position.decide(null, open) : Change.of());
    }
}
