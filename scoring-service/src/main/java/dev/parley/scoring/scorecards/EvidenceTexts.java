package dev.parley.scoring.scorecards;

import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.scoring.evaluations.CandidateTexts;
import dev.parley.scoring.evaluations.Evaluation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Evidence as drafts keep it: each text under the candidate's key, bound to its author and its question. */
@Component
class EvidenceTexts {

    private final CandidateTexts texts;

    EvidenceTexts(CandidateTexts texts) {
        this.texts = texts;
    }

    String close(Aggregate<Evaluation> evaluation, UserId author, ItemId item, String text) {
        return texts.close(evaluation, field(author, item), text);
    }

    /** All evidence of a draft. */
    Map<ItemId, String> open(Aggregate<Evaluation> evaluation, Scorecard card) {
        Map<ItemId, String> evidence = new LinkedHashMap<>();
        for (Scorecard.DraftRating rating : card.ratings()) {
            if (rating.evidence() != null) {
                String field = field(card.interviewerId(), rating.itemId());
                evidence.put(rating.itemId(), texts.open(evaluation, field, rating.evidence()));
            }
        }
        return evidence;
    }

    private static String field(UserId author, ItemId item) {
        return "draft-evidence/" + author + "/" + item;
    }
}
