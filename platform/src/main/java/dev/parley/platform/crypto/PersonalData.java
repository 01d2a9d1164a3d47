package dev.parley.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Encrypts the personal fields of one person, and finds people by a keyed hash of a field. */
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

    /** The field's text under the person's key; the field's name is authenticated with it. */
    public String encrypt(OrganizationId organization, String person, String field, String text) {
        byte[] sealed = keys.obtain(organization, person).encrypt(text.getBytes(UTF_8), field + "/" + person);
        return Base64.getEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The text that {@link #encrypt} was given.
     *
     * @throws DomainException.NotFound when this organization never encrypted anything of the person
     * @throws DomainException.Conflict when the person's key was destroyed
     */
    public String decrypt(OrganizationId organization, String person, String field, String stored) {
        AesGcm key = keys.find(organization, person).orElseThrow(() -> new DomainException.NotFound("person", person));
        return new String(key.decrypt(Base64.getDecoder().decode(stored), field + "/" + person), UTF_8);
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
