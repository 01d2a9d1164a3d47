package dev.parley.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException;
import java.util.Base64;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One person's data key as one read found it: encrypts and decrypts any number of that person's fields without asking
 * the database again. It is for one request or one step of a job and one thread; kept longer, it would outlive the
 * erasure of the person.
 */
public final class PersonalKey {

    private final DataKeys keys;
    private final OrganizationId organization;
    private final String person;
    private final boolean destroyed;
    private @Nullable AesGcm key;

    PersonalKey(DataKeys keys, OrganizationId organization, String person, @Nullable Document stored) {
        this.keys = keys;
        this.organization = organization;
        this.person = person;
        this.destroyed = stored != null && DataKeys.isTombstone(stored);
        this.key = stored == null || destroyed ? null : keys.unwrap(organization, stored);
    }

    /** Whether the person was erased: nothing can be read or written any more. */
    public boolean isDestroyed() {
        return destroyed;
    }

    /**
     * The field's text under the person's key, which is made at its first use; the field's name is authenticated.
     *
     * @throws DomainException.Conflict when the key was destroyed
     */
    public String encrypt(String field, String text) {
        mustBeThere();
        AesGcm own = key == null ? keys.create(organization, person) : key;
        key = own;
        return Base64.getEncoder().withoutPadding().encodeToString(own.encrypt(text.getBytes(UTF_8), context(field)));
    }

    /**
     * The text that {@link #encrypt} was given.
     *
     * @throws DomainException.NotFound when this organization never encrypted anything of the person
     * @throws DomainException.Conflict when the key was destroyed
     */
    public String decrypt(String field, String stored) {
        mustBeThere();
        if (key == null) {
            throw new DomainException.NotFound("person", person);
        }
        return new String(key.decrypt(Base64.getDecoder().decode(stored), context(field)), UTF_8);
    }

    /** As {@link #encrypt(String, String)}; what is absent stays absent. */
    public @Nullable String encryptIfPresent(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : encrypt(field, text);
    }

    /** As {@link #decrypt(String, String)}; what is absent stays absent. */
    public @Nullable String decryptIfPresent(String field, @Nullable String stored) {
        return stored == null ? null : decrypt(field, stored);
    }

    private void mustBeThere() {
        if (destroyed) {
            throw DataKeys.erased();
        }
    }

    private String context(String field) {
        return field + "/" + person;
    }
}
