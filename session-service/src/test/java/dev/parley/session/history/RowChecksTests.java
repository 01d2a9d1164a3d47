package dev.parley.session.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.Plan;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.error.FieldError;
import dev.parley.session.Company;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RowChecksTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.000Z");
    private static final UserId LEAD = new UserId(Company.uuid());
    private static final UserId SECOND = new UserId(Company.uuid());
    private static final Plan PLAN = Company.plan(new KitId(Company.uuid()), 1);

    private final PastRows rows = new PastRows(PLAN, List.of(LEAD, SECOND));
    private final ObjectNode row = rows.row(1);

    private List<FieldError> check() {
        return check(_ -> true);
    }

    private List<FieldError> check(Predicate<UserId> known) {
        var mapper = JsonMapper.builder().addModule(ContractsJson.module()).build();
        return RowChecks.check(mapper.treeToValue(row, PastInterview.class), PLAN, NOW, known);
    }

    private ObjectNode in(String... path) {
        JsonNode node = row;
        for (String step : path) {
            node = Character.isDigit(step.charAt(0)) ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return (ObjectNode) node;
    }

    @Test
    void rightRowHasNoFault() {
        assertThat(check()).isEmpty();
    }

    @Test
    void rowWithoutDecisionAndApplicationIsRight() {
        row.remove("decision");
        row.remove("application");
        row.remove("appliedAt");

        assertThat(check()).isEmpty();
    }

    @Test
    void panelKeepsTheRulesOfEveryPanel() {
        in("panel", "1").put("lead", true);

        assertThat(check()).containsExactly(new FieldError("/panel", "expected exactly one lead"));
    }

    @Test
    void strangersAreNamedWhereverTheyAre() {
        in("decision").put("decidedBy", SECOND.value());

        assertThat(check(LEAD::equals))
                .containsExactly(
                        new FieldError("/panel/1/userId", "expected a person of the organization"),
                        new FieldError("/decision/decidedBy", "expected a person of the organization"));
    }

    @ParameterizedTest
    @CsvSource({
        "appliedAt, 2026-01-11T08:00:00.000Z, /scheduledAt, expected no time before appliedAt",
        "scheduledAt, 2026-01-20T09:02:00.000Z, /startedAt, expected no time before scheduledAt",
        "completedAt, 2026-01-20T09:00:00.000Z, /completedAt, expected no time before startedAt",
    })
    void timesFollowEachOther(String field, String time, String pointer, String detail) {
        row.put(field, time);

        assertThat(check()).containsExactly(new FieldError(pointer, detail));
    }

    @Test
    void nothingOfTheFutureIsThePast() {
        row.put("completedAt", "2026-03-02T10:00:00.000Z");
        in("scorecards", "0").put("submittedAt", "2026-03-02T10:00:00.000Z");
        in("decision").put("decidedAt", "2026-03-02T10:00:00.000Z");
        in("application").put("closedAt", "2026-03-02T10:00:00.000Z");

        assertThat(check())
                .allMatch(error -> error.detail().equals("expected a time in the past"))
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/completedAt", "/scorecards/0/submittedAt", "/decision/decidedAt", "/application/closedAt");
    }

    @Test
    void cardsComeFromThePanelOnceEach() {
        in("scorecards", "1").put("interviewerId", LEAD.value());

        assertThat(check())
                .containsExactly(new FieldError(
                        "/scorecards/1/interviewerId", "expected each member of the panel at most once"));
    }

    @Test
    void cardsAreNotOlderThanTheInterview() {
        in("scorecards", "1").put("submittedAt", "2026-01-19T11:00:00.000Z");

        assertThat(check())
                .containsExactly(new FieldError("/scorecards/1/submittedAt", "expected no time before startedAt"));
    }

    @Test
    void ratingsAreOfTheKitOnceEach() {
        in("scorecards", "0", "ratings", "0").put("itemId", Company.uuid());
        in("scorecards", "1", "ratings", "1")
                .put(
                        "itemId",
                        in("scorecards", "1", "ratings", "0").get("itemId").asString());

        assertThat(check())
                .extracting(FieldError::pointer)
                .containsExactly("/scorecards/0/ratings/0/itemId", "/scorecards/1/ratings/1/itemId");
    }

    @Test
    void decisionComesAfterEveryCard() {
        in("decision").put("decidedAt", "2026-01-20T10:59:00.000Z");

        assertThat(check())
                .containsExactly(new FieldError("/decision/decidedAt", "expected no time before every submittedAt"));
    }

    @Test
    void decisionNeedsTheWholePanel() {
        ((ArrayNode) row.get("scorecards")).remove(1);

        assertThat(check())
                .containsExactly(new FieldError("/decision", "a decision needs the scorecards of the whole panel"));
    }

    @Test
    void applicationIsClosedWithAnOutcomeAfterTheInterview() {
        in("application").remove("outcome");
        in("application").put("closedAt", "2026-01-20T09:00:00.000Z");

        assertThat(check())
                .containsExactly(
                        new FieldError("/application/outcome", "closedAt needs an outcome"),
                        new FieldError("/application/closedAt", "expected no time before completedAt"));
    }
}
