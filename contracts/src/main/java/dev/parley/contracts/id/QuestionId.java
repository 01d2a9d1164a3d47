package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a question, over all its revisions. */
public record QuestionId(@JsonValue String value) implements Identifier {

    @JsonCreator
    public QuestionId {
        Identifier.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
