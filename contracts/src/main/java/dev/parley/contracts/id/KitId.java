package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a kit, over all its versions. */
public record KitId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public KitId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
