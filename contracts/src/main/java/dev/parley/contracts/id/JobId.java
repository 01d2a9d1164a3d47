package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a piece of long work. */
public record JobId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public JobId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
