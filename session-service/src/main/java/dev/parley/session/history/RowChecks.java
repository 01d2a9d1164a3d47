package dev.parley.session.history;

import dev.parley.contracts.Plan;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.error.FieldError;
import dev.parley.session.history.PastInterview.PastDecision;
import dev.parley.session.history.PastInterview.PastScorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the fields of a past interview must be to each other. */
final class RowChecks {

    private final PastInterview row;
    private final List<FieldError> errors = new ArrayList<>();

    private RowChecks(PastInterview row) {
        this.row = row;
    }

    static List<FieldError> check(PastInterview row, Plan plan, Instant now) {
        RowChecks checks = new RowChecks(row);
        checks.times(now);
        checks.scorecards(plan);
        checks.decision();
        return checks.errors;
    }

    private void times(Instant now) {
        ordered("/scheduledAt", row.applied(), row.scheduledAt());
        ordered("/completedAt", row.startedAt(), row.completedAt());
        ordered("/completedAt", row.scheduledAt(), row.completedAt());
        if (row.completedAt().isAfter(now)) {
            add("/completedAt", "expected a time in the past");
        }
    }

    private void scorecards(Plan plan) {
        Set<UserId> panel = row.panel().stream().map(PanelMember::userId).collect(Collectors.toSet());
        Set<ItemId> items = plan.items().map(Plan.Item::itemId).collect(Collectors.toSet());
        for (int i = 0; i < row.scorecards().size(); i++) {
            PastScorecard card = row.scorecards().get(i);
            if (!panel.contains(card.interviewerId())) {
                add("/scorecards/" + i + "/interviewerId", "expected a member of the panel");
            }
            ordered("/scorecards/" + i + "/submittedAt", row.startedAt(), card.submittedAt());
            for (int j = 0; j < card.ratings().size(); j++) {
                if (!items.contains(card.ratings().get(j).itemId())) {
                    add("/scorecards/" + i + "/ratings/" + j + "/itemId", "expected an item of the kit");
                }
            }
        }
        if (row.scorecards().stream()
                        .map(PastScorecard::interviewerId)
                        .distinct()
                        .count()
                != row.scorecards().size()) {
            add("/scorecards", "expected one scorecard per interviewer");
        }
    }

    private void decision() {
        PastDecision decision = row.decision();
        if (decision == null) {
            return;
        }
        ordered("/decision/decidedAt", row.completedAt(), decision.decidedAt());
        if (row.scorecards().size() < row.panel().size()) {
            add("/decision", "a decision needs the scorecards of the whole panel");
        }
    }

    private void ordered(String pointer, Instant first, Instant second) {
        if (second.isBefore(first)) {
            add(pointer, "expected no earlier than what comes before it");
        }
    }

    private void add(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
