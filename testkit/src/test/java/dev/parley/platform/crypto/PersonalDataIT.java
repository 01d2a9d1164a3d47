package dev.parley.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.ServiceTest;
import dev.parley.platform.error.DomainException;
import dev.parley.testkit.DatabaseCommands;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PersonalDataIT extends ServiceTest {

    private final OrganizationId elsewhere = new OrganizationId(newId());
    private final String person = newId();

    @Autowired
    private PersonalData data;

    @Autowired
    private DatabaseCommands.Recorder commands;

    @Test
    void textComesBackAndItsKeyIsKeptWrapped() {
        String stored = data.of(organization, person).encrypt("name", "Ada Lovelace");

        assertThat(data.of(organization, person).decrypt("name", stored)).isEqualTo("Ada Lovelace");
        assertThat(data.of(organization, person).encrypt("name", "Ada Lovelace"))
                .isNotEqualTo(stored);
        Document key = key();
        assertThat(key.keySet()).containsExactlyInAnyOrder("_id", "organizationId", "wrapped");
    }

    @Test
    void fieldIsBoundToItsPersonItsNameAndItsOrganization() {
        String stored = data.of(organization, person).encrypt("name", "Ada Lovelace");
        String other = newId();
        data.of(organization, other).encrypt("name", "Grace Hopper");

        assertThatThrownBy(() -> data.of(organization, other).decrypt("name", stored))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> data.of(organization, person).decrypt("email", stored))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> data.of(elsewhere, person).decrypt("name", stored))
                .isInstanceOf(DomainException.NotFound.class);
        assertThatThrownBy(() -> data.of(elsewhere, person).encrypt("name", "Ada Lovelace"))
                .isInstanceOf(DomainException.NotFound.class);
    }

    @Test
    void readingMakesNoKey() {
        assertThatThrownBy(() -> data.of(organization, person).decrypt("name", "AAAA"))
                .isInstanceOf(DomainException.NotFound.class);
        assertThat(mongo.getCollection("dataKeys").countDocuments(new Document("_id", person)))
                .isZero();
    }

    @Test
    void destroyedKeyStaysDestroyed() {
        String stored = data.of(organization, person).encrypt("name", "Ada Lovelace");

        data.destroyKey(organization, person);

        assertThat(key()).doesNotContainKey("wrapped");
        assertThatThrownBy(() -> data.of(organization, person).decrypt("name", stored))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageNotContaining("Ada");
        assertThatThrownBy(() -> data.of(organization, person).encrypt("name", "Ada Lovelace"))
                .isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void keyOfSomebodyNeverSeenCanBeForbiddenInAdvance() {
        data.destroyKey(organization, person);

        assertThatThrownBy(() -> data.of(organization, person).encrypt("name", "Ada Lovelace"))
                .isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void twoFirstUsesAtOnceShareOneKey() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> tasks = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(
                            i -> () -> data.of(organization, person).encrypt("field", "text " + i))
                    .toList();
            List<Future<String>> stored = executor.invokeAll(tasks);
            for (int i = 0; i < stored.size(); i++) {
                assertThat(data.of(organization, person)
                                .decrypt("field", stored.get(i).get()))
                        .isEqualTo("text " + i);
            }
        }
    }

    @Test
    void oneHandleReadsTheKeyOnce() {
        String name = data.of(organization, person).encrypt("name", "Ada Lovelace");

        assertThat(commands.during(() -> {
                    PersonalKey key = data.of(organization, person);
                    String email = key.encrypt("email", "ada@example.org");
                    assertThat(key.decrypt("name", name) + key.decrypt("email", email))
                            .isEqualTo("Ada Lovelaceada@example.org");
                }))
                .containsExactly("find dataKeys");
    }

    @Test
    void firstFieldMakesTheKeyForAllOfThem() {
        assertThat(commands.during(() -> {
                    PersonalKey key = data.of(organization, person);
                    assertThat(key.decrypt("name", key.encrypt("name", "Ada"))).isEqualTo("Ada");
                    key.encrypt("email", "ada@example.org");
                }))
                .containsExactly("find dataKeys", "insert dataKeys");
    }

    @Test
    void anyNumberOfPersonsCostsOneRead() {
        Map<String, String> names =
                IntStream.range(0, 20).boxed().collect(Collectors.toMap(_ -> newId(), number -> "Person " + number));
        Map<String, String> stored = new HashMap<>();
        names.forEach((id, name) -> stored.put(id, data.of(organization, id).encrypt("name", name)));

        assertThat(commands.during(() -> data.ofAll(organization, names.keySet())
                        .forEach((id, key) -> assertThat(key.decrypt("name", String.valueOf(stored.get(id))))
                                .isEqualTo(names.get(id)))))
                .containsExactly("find dataKeys");
        assertThat(commands.during(() -> data.ofAll(organization, Set.of()))).isEmpty();
    }

    @Test
    void batchHoldsEachPersonAskedForAndNobodyOfAnotherOrganization() {
        String stored = data.of(organization, person).encrypt("name", "Ada");
        String erased = newId();
        data.destroyKey(organization, erased);

        Map<String, PersonalKey> keys = data.ofAll(organization, Set.of(person, erased));

        assertThat(keys).containsOnlyKeys(person, erased);
        assertThat(in(keys, erased).isDestroyed()).isTrue();
        assertThat(in(keys, person).isDestroyed()).isFalse();
        assertThatThrownBy(
                        () -> in(data.ofAll(elsewhere, Set.of(person)), person).decrypt("name", stored))
                .isInstanceOf(DomainException.NotFound.class);
    }

    @Test
    void erasureHoldsFromTheNextReadOn() {
        String stored = data.of(organization, person).encrypt("name", "Ada");
        assertThat(data.of(organization, person).decrypt("name", stored)).isEqualTo("Ada");

        data.destroyKey(organization, person);

        assertThatThrownBy(() -> data.of(organization, person).decrypt("name", stored))
                .isInstanceOf(DomainException.Conflict.class);
        assertThatThrownBy(() ->
                        in(data.ofAll(organization, Set.of(person)), person).decrypt("name", stored))
                .isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void lookupKnowsNoCaseAndTellsOrganizationsAndFieldsApart() {
        String known = data.lookup(organization, "email", "Ada@Example.org");

        assertThat(data.lookup(organization, "email", "  ada@example.ORG ")).isEqualTo(known);
        assertThat(data.lookup(organization, "email", "ada@example.com")).isNotEqualTo(known);
        assertThat(data.lookup(elsewhere, "email", "Ada@Example.org")).isNotEqualTo(known);
        assertThat(data.lookup(organization, "name", "Ada@Example.org")).isNotEqualTo(known);
        assertThat(known).matches("[0-9a-f]{32}");
    }

    private static PersonalKey in(Map<String, PersonalKey> keys, String id) {
        return Objects.requireNonNull(keys.get(id));
    }

    private Document key() {
        return Objects.requireNonNull(mongo.getCollection("dataKeys")
                .find(new Document("_id", person))
                .first());
    }
}
