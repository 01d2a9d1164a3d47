package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one question's place in a kit. */
public record ItemId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public ItemId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
