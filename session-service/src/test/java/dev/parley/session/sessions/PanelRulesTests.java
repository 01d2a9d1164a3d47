package dev.parley.session.sessions;

import static dev.parley.session.sessions.SessionFixtures.LEAD;
import static dev.parley.session.sessions.SessionFixtures.PLAN;
import static dev.parley.session.sessions.SessionFixtures.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.error.FieldError;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PanelRulesTests {

    @Test
    void panelOfTwoWithOneLeadIsRight() {
        assertThat(check(_ -> true, member(LEAD, true), member(SECOND, false))).isEmpty();
    }

    @Test
    void kitSaysHowManyItNeeds() {
        assertThat(check(_ -> true, member(LEAD, true)))
                .containsExactly(new FieldError("/panel", "this kit needs a panel of at least 2"));
    }

    @Test
    void exactlyOneLeads() {
        var oneLead = new FieldError("/panel", "expected exactly one lead");

        assertThat(check(_ -> true, member(LEAD, false), member(SECOND, false))).containsExactly(oneLead);
        assertThat(check(_ -> true, member(LEAD, true), member(SECOND, true))).containsExactly(oneLead);
    }

    @Test
    void nobodySitsTwice() {
        assertThat(check(_ -> true, member(LEAD, true), member(LEAD, false)))
                .containsExactly(new FieldError("/panel", "a person can be on the panel once"));
    }

    @Test
    void everyUnsuitablePersonIsPointedAt() {
        assertThat(check(LEAD::equals, member(LEAD, true), member(SECOND, false)))
                .containsExactly(new FieldError("/panel/1/userId", "expected someone else"));
    }

    private static PanelMember member(UserId user, boolean lead) {
        return new PanelMember(user, lead);
    }

    private static List<FieldError> check(Predicate<UserId> suitable, PanelMember... panel) {
        return PanelRules.check(List.of(panel), PLAN, suitable, "expected someone else");
    }
}
