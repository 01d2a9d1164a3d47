package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a person who signs in. */
public record UserId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public UserId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
