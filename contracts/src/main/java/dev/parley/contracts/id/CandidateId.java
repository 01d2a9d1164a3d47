package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a candidate. */
public record CandidateId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public CandidateId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
