package dev.parley.scoring;

import dev.parley.contracts.Level;
import dev.parley.contracts.Plan;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.SessionEvent.SessionCompleted;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.SessionEvent.SessionStarted;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** One interview nobody else has: a panel, a plan with three questions of weight 3, 2 and 1, and what happens to it. */
public record AnInterview(
        OrganizationId organization, SessionId session, CandidateId candidate, List<UserId> panel, Plan plan) {

    public static final Instant SCHEDULED = Instant.parse("2026-03-01T09:00:00.000Z");
    public static final Instant STARTED = Instant.parse("2026-03-02T10:00:00.000Z");
    public static final Instant COMPLETED = Instant.parse("2026-03-02T11:00:00.000Z");

    private static final List<Integer> WEIGHTS = List.of(3, 2, 1);

    public static AnInterview withPanelOf(int members) {
        return new AnInterview(
                new OrganizationId(id()),
                new SessionId(id()),
                new CandidateId(id()),
                IntStream.range(0, members).mapToObj(_ -> new UserId(id())).toList(),
                newPlan());
    }

    /** The same, by a kit that demands a panel of this size. */
    public AnInterview demanding(int minimumPanel) {
        var demanding =
                new Plan(plan.kitId(), plan.version(), plan.name(), minimumPanel, plan.minutes(), plan.sections());
        return new AnInterview(organization, session, candidate, panel, demanding);
    }

    /** Another one of the same organization. */
    public AnInterview another() {
        return new AnInterview(organization, new SessionId(id()), new CandidateId(id()), panel, plan);
    }

    public UserId member(int index) {
        return panel.get(index);
    }

    public ItemId item(int index) {
        return plan.items().toList().get(index).itemId();
    }

    public SessionScheduled scheduled() {
        return new SessionScheduled(
                session,
                new ApplicationId(id()),
                candidate,
                new PositionId(id()),
                IntStream.range(0, panel.size())
                        .mapToObj(index -> new PanelMember(panel.get(index), index == 0))
                        .toList(),
                plan,
                STARTED,
                "Europe/Vienna",
                SCHEDULED);
    }

    public SessionStarted started() {
        return new SessionStarted(session, STARTED);
    }

    public SessionCompleted completed() {
        return new SessionCompleted(session, panel, STARTED, COMPLETED);
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }

    private static Plan newPlan() {
        return new Plan(new KitId(id()), 1, "Backend", 1, 45, List.of(new Plan.Section("All", items())));
    }

    private static List<Plan.Item> items() {
        return WEIGHTS.stream()
                .map(weight -> new Plan.Item(
                        new ItemId(id()),
                        new QuestionId(id()),
                        1,
                        "Question of weight " + weight,
                        "What happens when it fails?",
                        List.of("And then?"),
                        "Reliability",
                        Level.INTERMEDIATE,
                        weight,
                        10,
                        List.of("none", "little", "some", "much", "all")))
                .toList();
    }
}
