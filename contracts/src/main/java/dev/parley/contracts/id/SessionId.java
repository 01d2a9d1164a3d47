package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one interview, and its evaluation. */
public record SessionId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public SessionId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
