package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names an integrator's API key. */
public record ApiKeyId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public ApiKeyId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
