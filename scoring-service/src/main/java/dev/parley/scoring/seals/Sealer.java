package dev.parley.scoring.seals;

import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.crypto.PersonalData;
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

    private final PersonalData personalData;
    private final SecureRandom random = new SecureRandom();

    Sealer(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** Whose data evidence is. */
    public record Candidate(OrganizationId organizationId, CandidateId candidateId) {}

    public SealedCard seal(Candidate candidate, CardContent content, Map<ItemId, String> evidence) {
        String canonical = content.canonical();
        return new SealedCard(
                content.interviewerId(),
                canonical,
                Seal.of(salt(), canonical),
                seal(candidate, content, texts(evidence)));
    }

    /** The evidence of a card by item. */
    public Map<ItemId, String> evidence(Candidate candidate, SealedCard card) {
        String text = personalData.decrypt(
                candidate.organizationId(),
                candidate.candidateId().value(),
                field("evidence", card.content()),
                card.evidence().text());
        Map<String, String> texts = ContractsJson.events().readValue(text, new TypeReference<>() {});
        return texts.entrySet().stream()
                .collect(Collectors.toMap(entry -> new ItemId(entry.getKey()), Map.Entry::getValue));
    }

    private SealedEvidence seal(Candidate candidate, CardContent content, String evidence) {
        Seal seal = Seal.of(salt(), evidence);
        return new SealedEvidence(
                encrypt(candidate, field("evidence", content), evidence),
                encrypt(candidate, field("evidence-salt", content), seal.salt()),
                seal.digest());
    }

    private String encrypt(Candidate candidate, String field, String text) {
        return personalData.encrypt(
                candidate.organizationId(), candidate.candidateId().value(), field, text);
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
