package dev.parley.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the build says to each kind of change of a record that was released; the changes are planted here. */
class SchemaChangeTests {

    private static final String EVENT = "trial.held.v1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void released() throws IOException {
        new ReleasedSchemas(folder, true).check(EVENT, schema(Planted.Released.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FieldRemoved     | the field "witness" was released and is gone or renamed
            FieldRenamed     | the field "steps[].label" was released and is gone or renamed
            TypeChanged      | the field "count" has another type than was released ("string", formerly "integer")
            IdBecomesText    | the field "sessionId" has another format than was released (none, formerly "uuid")
            BecameRequired   | the field "note" became required
            BecameOptional   | the field "witness" became optional
            RequiredIsNew    | the new field "judge" is required
            ConstantRemoved  | the field "verdict" has another enum than was released (["WON","LOST"], formerly ["WON","TIED","LOST"])
            ConstantAdded    | the field "verdict" has another enum than was released (["WON","TIED","LOST","DRAWN"]
            RangeNarrowed    | the field "count" has another maximum than was released (5, formerly 10)
            RangeWidened     | the field "count" has another maximum than was released (20, formerly 10)
            ListBecomesSet   | the field "steps" has another uniqueItems than was released
            """)
    void incompatibleChangeIsNamedAndCannotBeApproved(String change, String sentence) throws Exception {
        Class<?> today = Class.forName(Planted.class.getName() + "$" + change);
        String before = Files.readString(file());

        for (boolean approves : new boolean[] {false, true}) {
            assertThatThrownBy(() -> new ReleasedSchemas(folder, approves).check(EVENT, schema(today)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(EVENT + ": ")
                    .hasMessageContaining(sentence)
                    .hasMessageEndingWith("give the event a new version instead.");
        }
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void optionalFieldWaitsForApproval() throws IOException {
        var today = schema(Planted.OptionalIsNew.class);

        assertThatThrownBy(() -> new ReleasedSchemas(folder, false).check(EVENT, today))
                .isInstanceOf(AssertionError.class)
                .hasMessage(EVENT + ": the field \"steps[].hint\" is new."
                        + " Read the difference and approve it with -Dparley.approve=true");

        new ReleasedSchemas(folder, true).check(EVENT, today);
        assertThatCode(() -> new ReleasedSchemas(folder, false).check(EVENT, today))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new ReleasedSchemas(folder, true).check(EVENT, schema(Planted.Released.class)))
                .hasMessageContaining("\"steps[].hint\" was released and is gone");
    }

    @Test
    void newEventAndNewTextWaitForApproval() {
        assertThatThrownBy(
                        () -> new ReleasedSchemas(folder, false).check("trial.lost.v1", schema(Planted.Released.class)))
                .hasMessageStartingWith("trial.lost.v1: the event is new.");
        assertThatThrownBy(() -> new ReleasedSchemas(folder, false).check(EVENT, schema(Planted.OtherText.class)))
                .hasMessageStartingWith(EVENT + ": only texts");
    }

    @Test
    void unchangedIsFine() {
        assertThatCode(() -> new ReleasedSchemas(folder, false).check(EVENT, schema(Planted.Released.class)))
                .doesNotThrowAnyException();
    }

    @Test
    void eventWithoutARecordIsNamed() {
        assertThatThrownBy(() -> new ReleasedSchemas(folder, true).checkNothingIsLost(Set.of("trial.lost.v1")))
                .hasMessageStartingWith(EVENT + ": the event was released and stays on the topic");
    }

    private Path file() {
        return folder.resolve(EVENT + ".json");
    }

    private static JsonNode schema(Class<?> event) {
        return EventSchemas.published(EVENT, event);
    }
}
