package dev.parley.platform.crypto;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One data key per person and service, wrapped by the master key; destroying it makes all its fields unreadable. */
final class DataKeys {

    private final MongoCollection<Document> collection;
    private final AesGcm master;

    DataKeys(MongoTemplate mongo, AesGcm master) {
        this.collection = mongo.getCollection("dataKeys");
        this.master = master;
    }

    /**
     * The person's key, made at its first use.
     *
     * @throws DomainException.Conflict when it was destroyed
     */
    AesGcm obtain(OrganizationId organization, String person) {
        return find(organization, person).orElseGet(() -> create(organization, person));
    }

    /**
     * The person's key, if one was made.
     *
     * @throws DomainException.Conflict when it was destroyed
     */
    Optional<AesGcm> find(OrganizationId organization, String person) {
        Document found = collection
                .find(Filters.and(Filters.eq("_id", person), Filters.eq("organizationId", organization.value())))
                .first();
        if (found == null) {
            return Optional.empty();
        }
        Binary wrapped = found.get("wrapped", Binary.class);
        if (wrapped == null) {
            throw new DomainException.Conflict("The personal data of this person were erased.");
        }
        return Optional.of(new AesGcm(AesGcm.key(master.decrypt(wrapped.getData(), context(organization, person)))));
    }

    /** Leaves a tombstone, so that no new key can be made in its place. */
    void destroy(OrganizationId organization, String person) {
        collection.updateOne(
                Filters.and(Filters.eq("_id", person), Filters.eq("organizationId", organization.value())),
                Updates.unset("wrapped"),
                new UpdateOptions().upsert(true));
    }

    private AesGcm create(OrganizationId organization, String person) {
        SecretKey key = AesGcm.newKey();
        byte[] wrapped = master.encrypt(key.getEncoded(), context(organization, person));
        try {
            collection.insertOne(new Document("_id", person)
                    .append("organizationId", organization.value())
                    .append("wrapped", new Binary(wrapped)));
            return new AesGcm(key);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return find(organization, person).orElseThrow(() -> new DomainException.NotFound("person", person));
            }
            throw e;
        }
    }

    private static String context(OrganizationId organization, String person) {
        return "data-key/" + organization + "/" + person;
    }
}
