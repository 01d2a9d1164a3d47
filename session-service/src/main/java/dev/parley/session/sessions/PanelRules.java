package dev.parley.session.sessions;

import dev.parley.contracts.Plan;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a panel must be. */
public final class PanelRules {

    private PanelRules() {}

    /**
     * The faults of a panel, with pointers below {@code /panel}.
     *
     * @param suitable whether a person can be on it
     * @param expected what a suitable person is, for the message
     */
    public static List<FieldError> check(
            List<PanelMember> panel, Plan plan, Predicate<UserId> suitable, String expected) {
        List<FieldError> errors = new ArrayList<>();
        if (panel.size() < plan.minimumPanel()) {
            errors.add(new FieldError("/panel", "this kit needs a panel of at least " + plan.minimumPanel()));
        }
        if (panel.stream().filter(PanelMember::lead).count() != 1) {
            errors.add(new FieldError("/panel", "expected exactly one lead"));
        }
        if (panel.stream().map(PanelMember::userId).distinct().count() != panel.size()) {
            errors.add(new FieldError("/panel", "a person can be on the panel once"));
        }
        for (int i = 0; i < panel.size(); i++) {
            if (!suitable.test(panel.get(i).userId())) {
                errors.add(new FieldError("/panel/" + i + "/userId", expected));
            }
        }
        return errors;
    }
}
