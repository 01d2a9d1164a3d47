package dev.parley.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateTypeTests {

    @ParameterizedTest
    @CsvSource({"imports, import", "historyImports, history import", "knownKits, known kit", "scorecards, scorecard"})
    void documentsAreCalledByWords(String collection, String label) {
        assertThat(AggregateType.silent(collection, String.class).label()).isEqualTo(label);
    }
}
