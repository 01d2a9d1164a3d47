package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a candidate's application for a position. */
public record ApplicationId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public ApplicationId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
