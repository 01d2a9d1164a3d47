package dev.parley.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.id.OrganizationId;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Hands out the keys that personal fields are encrypted with, one per person, and finds people by a keyed hash of a
 * field. It keeps no key itself: a cache would outlive an erasure.
 */
public final class PersonalData {

    private final DataKeys keys;
    private final SecretKey lookupKey;

    public PersonalData(MongoTemplate mongo, CryptoProperties secrets) {
        byte[] master = Base64.getDecoder().decode(secrets.masterKey());
        if (master.length != 32) {
            throw new IllegalArgumentException("parley.secrets.master-key must be base64 of 32 bytes");
        }
        this.keys = new DataKeys(mongo, new AesGcm(AesGcm.key(master)));
        this.lookupKey = new SecretKeySpec(hmac(new SecretKeySpec(master, "HmacSHA256"), "lookup"), "HmacSHA256");
    }

    /** The person's key, by one read. */
    public PersonalKey of(OrganizationId organization, String person) {
        return new PersonalKey(keys, organization, person, keys.find(organization, person));
    }

    /** The keys of all these persons, by one read, whether or not each has one. */
    public Map<String, PersonalKey> ofAll(OrganizationId organization, Set<String> persons) {
        Map<String, Document> stored = keys.findAll(organization, persons);
        return persons.stream()
                .collect(Collectors.toMap(
                        person -> person, person -> new PersonalKey(keys, organization, person, stored.get(person))));
    }

    /** Makes everything encrypted for this person unreadable, for ever. */
    public void destroyKey(OrganizationId organization, String person) {
        keys.destroy(organization, person);
    }

    /** A keyed hash for finding a value again; upper and lower case are one. */
    public String lookup(OrganizationId organization, String field, String text) {
        String normal = text.strip().toLowerCase(Locale.ROOT);
        return HexFormat.of().formatHex(hmac(lookupKey, organization + "\n" + field + "\n" + normal), 0, 16);
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
