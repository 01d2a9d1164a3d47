package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a pack of questions and kits. */
public record PackId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public PackId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
