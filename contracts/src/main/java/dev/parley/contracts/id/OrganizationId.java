package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names an organization (tenant). */
public record OrganizationId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public OrganizationId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
