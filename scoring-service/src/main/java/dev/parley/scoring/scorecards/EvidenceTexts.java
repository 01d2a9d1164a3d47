package dev.parley.scoring.scorecards;

import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.UserId;
import dev.parley.scoring.evaluations.CandidateTexts;
import java.util.LinkedHashMap;
import java.util.Map;

/** Evidence as drafts keep it: each text under the candidate's key, bound to its author and its question. */
final class EvidenceTexts {

    private EvidenceTexts() {}

    static String close(CandidateTexts texts, UserId author, ItemId item, String text) {
        return texts.close(field(author, item), text);
    }

    /** All evidence of a draft. */
    static Map<ItemId, String> open(CandidateTexts texts, Scorecard card) {
        Map<ItemId, String> evidence = new LinkedHashMap<>();
        for (Scorecard.DraftRating rating : card.ratings()) {
            String text = texts.open(field(card.interviewerId(), rating.itemId()), rating.evidence());
            if (text != null) {
                evidence.put(rating.itemId(), text);
            }
        }
        return evidence;
    }

    private static String field(UserId author, ItemId item) {
        return "draft-evidence/" + author + "/" + item;
    }
}
