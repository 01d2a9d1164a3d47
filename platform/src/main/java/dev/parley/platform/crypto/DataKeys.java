package dev.parley.platform.crypto;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One data key per person and service, wrapped by the master key; destroying it makes all its fields unreadable. */
final class DataKeys {

    private final MongoCollection<Document> collection;
    private final AesGcm master;

    DataKeys(MongoTemplate mongo, AesGcm master) {
        this.collection = mongo.getCollection("dataKeys");
        this.master = master;
    }

    /** What is stored for a person. */
    @Nullable
    Document find(OrganizationId organization, String person) {
        return collection.find(of(organization, Filters.eq("_id", person))).first();
    }

    /** What is stored for these persons, by one query. */
    Map<String, Document> findAll(OrganizationId organization, Set<String> persons) {
        Map<String, Document> found = new HashMap<>();
        if (!persons.isEmpty()) {
            collection
                    .find(of(organization, Filters.in("_id", persons)))
                    .forEach(stored -> found.put(stored.getString("_id"), stored));
        }
        return found;
    }

    static boolean isTombstone(Document stored) {
        return stored.get("wrapped") == null;
    }

    AesGcm unwrap(OrganizationId organization, Document stored) {
        byte[] wrapped = stored.get("wrapped", Binary.class).getData();
        return new AesGcm(AesGcm.key(master.decrypt(wrapped, context(organization, stored.getString("_id")))));
    }

    /**
     * A new key for the person, or the one that somebody else made at the same moment.
     *
     * @throws DomainException.Conflict when it was destroyed
     */
    AesGcm create(OrganizationId organization, String person) {
        SecretKey key = AesGcm.newKey();
        byte[] wrapped = master.encrypt(key.getEncoded(), context(organization, person));
        try {
            collection.insertOne(new Document("_id", person)
                    .append("organizationId", organization.value())
                    .append("wrapped", new Binary(wrapped)));
            return new AesGcm(key);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return existing(organization, person);
            }
            throw e;
        }
    }

    private AesGcm existing(OrganizationId organization, String person) {
        Document stored = find(organization, person);
        if (stored == null) {
            throw new DomainException.NotFound("person", person);
        }
        if (isTombstone(stored)) {
            throw erased();
        }
        return unwrap(organization, stored);
    }

    /** Leaves a tombstone, so that no new key can be made in its place. */
    void destroy(OrganizationId organization, String person) {
        collection.updateOne(
                of(organization, Filters.eq("_id", person)),
                Updates.unset("wrapped"),
                new UpdateOptions().upsert(true));
    }

    static DomainException.Conflict erased() {
        return new DomainException.Conflict("The personal data of this person were erased.");
    }

    private static Bson of(OrganizationId organization, Bson filter) {
        return Filters.and(filter, Filters.eq("organizationId", organization.value()));
    }

    private static String context(OrganizationId organization, String person) {
        return "data-key/" + organization + "/" + person;
    }
}
