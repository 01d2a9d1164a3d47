package dev.parley.scoring.history;

import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.scoring.evaluations.Evaluation;
import dev.parley.scoring.history.ImportedEvaluation.ImportedCard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether imported cards fit the interview they are for. */
final class ImportChecks {

    private ImportChecks() {}

    /**
     * Looks at all cards before any is taken.
     *
     * @throws DomainException.Invalid naming each fault
     */
    static void check(ImportedEvaluation history, Evaluation evaluation) {
        List<FieldError> faults = new ArrayList<>();
        Set<UserId> authors = new HashSet<>();
        for (int index = 0; index < history.scorecards().size(); index++) {
            ImportedCard card = history.scorecards().get(index);
            String pointer = "/scorecards/" + index;
            if (!evaluation.hasMember(card.interviewerId()) || !authors.add(card.interviewerId())) {
                faults.add(
                        new FieldError(pointer + "/interviewerId", "expected each member of the panel at most once"));
            }
            checkItems(card, evaluation, pointer, faults);
        }
        if (!faults.isEmpty()) {
            throw new DomainException.Invalid(faults);
        }
    }

    private static void checkItems(ImportedCard card, Evaluation evaluation, String pointer, List<FieldError> faults) {
        Set<ItemId> rated = new HashSet<>();
        for (int index = 0; index < card.ratings().size(); index++) {
            ItemId item = card.ratings().get(index).itemId();
            if (!evaluation.pinned().asks(item) || !rated.add(item)) {
                faults.add(new FieldError(
                        pointer + "/ratings/" + index + "/itemId", "expected each item of the plan at most once"));
            }
        }
    }
}
