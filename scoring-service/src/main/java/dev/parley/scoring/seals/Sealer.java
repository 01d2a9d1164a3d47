package dev.parley.scoring.seals;

import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.id.ItemId;
import dev.parley.platform.crypto.PersonalKey;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Seals cards with fresh salts, and opens their evidence again. */
@Component
public class Sealer {

    private static final int SALT = 32;

    private final SecureRandom random = new SecureRandom();

    /** A card under fresh salts, its evidence under the candidate's key. */
    public SealedCard seal(PersonalKey candidate, CardContent content, Map<ItemId, String> evidence) {
        String canonical = content.canonical();
        return new SealedCard(
                content.interviewerId(),
                canonical,
                Seal.of(salt(), canonical),
                seal(candidate, content, texts(evidence)));
    }

    /** The evidence of a card by item; nothing is left of it when the candidate was erased. */
    public Map<ItemId, String> evidence(PersonalKey candidate, SealedCard card) {
        if (candidate.isDestroyed()) {
            return Map.of();
        }
        String text = candidate.decrypt(
                field("evidence", card.content()), card.evidence().text());
        Map<String, String> texts = ContractsJson.events().readValue(text, new TypeReference<>() {});
        return texts.entrySet().stream()
                .collect(Collectors.toMap(entry -> new ItemId(entry.getKey()), Map.Entry::getValue));
    }

    private SealedEvidence seal(PersonalKey candidate, CardContent content, String evidence) {
        Seal seal = Seal.of(salt(), evidence);
        return new SealedEvidence(
                candidate.encrypt(field("evidence", content), evidence),
                candidate.encrypt(field("evidence-salt", content), seal.salt()),
                seal.digest());
    }

    private static String texts(Map<ItemId, String> evidence) {
        Map<String, String> texts = new TreeMap<>();
        evidence.forEach((item, text) -> texts.put(item.value(), text));
        return CanonicalJson.of(ContractsJson.events().valueToTree(texts));
    }

    private static String field(String name, CardContent content) {
        return name + "/" + content.sessionId() + "/" + content.interviewerId();
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }
}
