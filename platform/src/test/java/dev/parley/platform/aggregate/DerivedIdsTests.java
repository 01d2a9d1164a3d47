package dev.parley.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.JobId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DerivedIdsTests {

    private final DerivedIds ids = new DerivedIds("secret");

    @Test
    void sameTextGivesTheSameIdInEveryInstance() {
        assertThat(ids.of("row 1")).isEqualTo(new DerivedIds("secret").of("row 1"));
        assertThat(ids.of("row 1")).isNotEqualTo(ids.of("row 2"));
        assertThat(ids.of("row 1")).isNotEqualTo(new DerivedIds("other secret").of("row 1"));
    }

    @Test
    void idsAreWellFormedUuidsOfVersionEight() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> ids.of("row " + i)))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> {
                    assertThat(new JobId(id).value()).isEqualTo(id);
                    assertThat(UUID.fromString(id).version()).isEqualTo(8);
                    assertThat(UUID.fromString(id).variant()).isEqualTo(2);
                });
    }

    @Test
    void everyPartOfAScopeCounts() {
        assertThat(new String[] {
                    ids.scope("o", "p", "POST /x", "k"),
                    ids.scope("o2", "p", "POST /x", "k"),
                    ids.scope("o", "p2", "POST /x", "k"),
                    ids.scope("o", "p", "PUT /x", "k"),
                    ids.scope("o", "p", "POST /x", "k2"),
                    ids.scope("", "op", "POST /x", "k"),
                })
                .doesNotHaveDuplicates()
                .allMatch(scope -> scope.matches("[0-9a-f]{32}"));
    }
}
