package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a position. */
public record PositionId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public PositionId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
