package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.id.SessionId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTests {

    @ParameterizedTest
    @EnumSource(AggregateKind.class)
    void everyKindIsReadAsItIsWritten(AggregateKind kind) {
        Subject subject = kind.subject("00000000-0000-4000-8000-000000000009");

        assertThat(Subject.parse(subject.toString())).isEqualTo(subject);
        assertThat(subject.toString()).matches("[a-z]+/[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "session",
                "00000000-0000-4000-8000-00000000000A",
                "00000000000040008000000000000009",
                " 00000000-0000-4000-8000-000000000009",
                "00000000-0000-4000-8000-000000000009\n",
            })
    void idsAreLowerCaseUuidsOnly(String text) {
        assertThatThrownBy(() -> new SessionId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a lower-case UUID");
    }
}
