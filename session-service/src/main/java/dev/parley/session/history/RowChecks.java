package dev.parley.session.history;

import dev.parley.contracts.Plan;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.error.FieldError;
import dev.parley.session.history.PastInterview.PastApplication;
import dev.parley.session.history.PastInterview.PastDecision;
import dev.parley.session.history.PastInterview.PastRating;
import dev.parley.session.history.PastInterview.PastScorecard;
import dev.parley.session.sessions.PanelRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the fields of a past interview must be to each other. */
final class RowChecks {

    private final PastInterview row;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    private RowChecks(PastInterview row, Instant now) {
        this.row = row;
        this.now = now;
    }

    /**
     * The faults of a row whose fields are right by themselves.
     *
     * @param known whether a person is of the organization, now or formerly
     */
    static List<FieldError> check(PastInterview row, Plan plan, Instant now, Predicate<UserId> known) {
        RowChecks checks = new RowChecks(row, now);
        checks.errors.addAll(PanelRules.check(row.members(), plan, known, "expected a person of the organization"));
        checks.times();
        checks.scorecards(plan);
        checks.decision(known);
        checks.application();
        return checks.errors;
    }

    private void times() {
        inOrder("/scheduledAt", "appliedAt", row.applied(), row.scheduledAt());
        inOrder("/startedAt", "scheduledAt", row.scheduledAt(), row.startedAt());
        inOrder("/completedAt", "startedAt", row.startedAt(), row.completedAt());
        past("/completedAt", row.completedAt());
    }

    private void scorecards(Plan plan) {
        Set<UserId> owing = row.members().stream().map(PanelMember::userId).collect(Collectors.toSet());
        Set<ItemId> items = plan.items().map(Plan.Item::itemId).collect(Collectors.toSet());
        for (int i = 0; i < row.scorecards().size(); i++) {
            PastScorecard card = row.scorecards().get(i);
            String pointer = "/scorecards/" + i;
            if (!owing.remove(card.interviewerId())) {
                add(pointer + "/interviewerId", "expected each member of the panel at most once");
            }
            inOrder(pointer + "/submittedAt", "startedAt", row.startedAt(), card.submittedAt());
            past(pointer + "/submittedAt", card.submittedAt());
            ratings(pointer + "/ratings/", card.ratings(), new HashSet<>(items));
        }
    }

    private void ratings(String pointer, List<PastRating> ratings, Set<ItemId> open) {
        for (int i = 0; i < ratings.size(); i++) {
            if (!open.remove(ratings.get(i).itemId())) {
                add(pointer + i + "/itemId", "expected each item of the kit at most once");
            }
        }
    }

    private void decision(Predicate<UserId> known) {
        PastDecision decision = row.decision();
        if (decision == null) {
            return;
        }
        inOrder("/decision/decidedAt", "completedAt", row.completedAt(), decision.decidedAt());
        for (PastScorecard card : row.scorecards()) {
            inOrder("/decision/decidedAt", "every submittedAt", card.submittedAt(), decision.decidedAt());
        }
        past("/decision/decidedAt", decision.decidedAt());
        if (!known.test(decision.decidedBy())) {
            add("/decision/decidedBy", "expected a person of the organization");
        }
        if (row.scorecards().size() < row.panel().size()) {
            add("/decision", "a decision needs the scorecards of the whole panel");
        }
    }

    private void application() {
        PastApplication application = row.application();
        if (application == null || application.closedAt() == null) {
            return;
        }
        if (application.outcome() == null) {
            add("/application/outcome", "closedAt needs an outcome");
        }
        inOrder("/application/closedAt", "completedAt", row.completedAt(), application.closedAt());
        past("/application/closedAt", application.closedAt());
    }

    private void inOrder(String pointer, String first, Instant before, Instant after) {
        if (after.isBefore(before)) {
            add(pointer, "expected no time before " + first);
        }
    }

    private void past(String pointer, Instant time) {
        if (time.isAfter(now)) {
            add(pointer, "expected a time in the past");
        }
    }

    private void add(String pointer, String detail) {
        FieldError error = new FieldError(pointer, detail);
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }
}
