package dev.parley.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.ServiceTest;
import dev.parley.platform.error.DomainException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PersonalDataIT extends ServiceTest {

    private final OrganizationId elsewhere = new OrganizationId(newId());
    private final String person = newId();

    @Autowired
    private PersonalData data;

    @Test
    void textComesBackAndItsKeyIsKeptWrapped() {
        String stored = data.encrypt(organization, person, "name", "Ada Lovelace");

        assertThat(data.decrypt(organization, person, "name", stored)).isEqualTo("Ada Lovelace");
        assertThat(data.encrypt(organization, person, "name", "Ada Lovelace")).isNotEqualTo(stored);
        Document key = key();
        assertThat(key.keySet()).containsExactlyInAnyOrder("_id", "organizationId", "wrapped");
    }

    @Test
    void fieldIsBoundToItsPersonItsNameAndItsOrganization() {
        String stored = data.encrypt(organization, person, "name", "Ada Lovelace");
        String other = newId();
        data.encrypt(organization, other, "name", "Grace Hopper");

        assertThatThrownBy(() -> data.decrypt(organization, other, "name", stored))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> data.decrypt(organization, person, "email", stored))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> data.decrypt(elsewhere, person, "name", stored))
                .isInstanceOf(DomainException.NotFound.class);
        assertThatThrownBy(() -> data.encrypt(elsewhere, person, "name", "Ada Lovelace"))
                .isInstanceOf(DomainException.NotFound.class);
    }

    @Test
    void readingMakesNoKey() {
        assertThatThrownBy(() -> data.decrypt(organization, person, "name", "AAAA"))
                .isInstanceOf(DomainException.NotFound.class);
        assertThat(mongo.getCollection("dataKeys").countDocuments(new Document("_id", person)))
                .isZero();
    }

    @Test
    void destroyedKeyStaysDestroyed() {
        String stored = data.encrypt(organization, person, "name", "Ada Lovelace");

        data.destroyKey(organization, person);

        assertThat(key()).doesNotContainKey("wrapped");
        assertThatThrownBy(() -> data.decrypt(organization, person, "name", stored))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageNotContaining("Ada");
        assertThatThrownBy(() -> data.encrypt(organization, person, "name", "Ada Lovelace"))
                .isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void keyOfSomebodyNeverSeenCanBeForbiddenInAdvance() {
        data.destroyKey(organization, person);

        assertThatThrownBy(() -> data.encrypt(organization, person, "name", "Ada Lovelace"))
                .isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void twoFirstUsesAtOnceShareOneKey() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> tasks = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(i -> () -> data.encrypt(organization, person, "field", "text " + i))
                    .toList();
            List<Future<String>> stored = executor.invokeAll(tasks);
            for (int i = 0; i < stored.size(); i++) {
                assertThat(data.decrypt(
                                organization, person, "field", stored.get(i).get()))
                        .isEqualTo("text " + i);
            }
        }
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

    private Document key() {
        return Objects.requireNonNull(mongo.getCollection("dataKeys")
                .find(new Document("_id", person))
                .first());
    }
}
