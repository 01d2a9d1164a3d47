package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.IdentityEvent.UserAdded;
import dev.parley.contracts.IdentityEvent.UserDeactivated;
import dev.parley.contracts.KitEvent.KitArchived;
import dev.parley.contracts.KitEvent.KitPublished;
import dev.parley.contracts.Level;
import dev.parley.contracts.Plan;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.contracts.id.UserId;
import dev.parley.session.Api.Answer;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.Events;
import dev.parley.testkit.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** One organization with a recruiter, three interviewers and a kit, known to the service through events. */
public final class Company {

    public static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.000Z");

    private static final String PLANNED = "2026-03-09T09:00:00.000Z";

    public final OrganizationId organization = new OrganizationId(uuid());
    public final Plan plan = plan(new KitId(uuid()), 1);
    public final List<UserId> panel =
            IntStream.range(0, 3).mapToObj(_ -> new UserId(uuid())).toList();
    private final int port;
    private final Events kit =
            Events.of(organization, AggregateKind.KIT, plan.kitId().value());

    private Company(int port) {
        this.port = port;
    }

    /** Has its kit and people published. */
    public static Company on(int port) {
        Company company = new Company(port);
        company.publishAll();
        return company;
    }

    public void publishAll() {
        publish(plan);
        panel.forEach(person -> add(person, Role.INTERVIEWER));
    }

    /** Nobody and nothing of it was ever heard of. */
    public static Company unheardOf(int port) {
        return new Company(port);
    }

    private void publish(Plan published) {
        tell(kit.next(new KitPublished(published.kitId(), published.version(), published, MORNING)));
    }

    /** The kit gets version 2. */
    public void publishAgain() {
        publish(plan(plan.kitId(), 2));
    }

    public void archiveTheKit() {
        tell(kit.next(new KitArchived(plan.kitId(), MORNING)));
    }

    private static void tell(Envelope event) {
        EventProbe.publish(List.of(Events.record(event)));
    }

    public void add(UserId person, Role... roles) {
        var events = Events.of(organization, AggregateKind.USER, person.value());
        tell(events.next(new UserAdded(person, Set.of(roles), MORNING)));
    }

    /** Somebody who leaves the company at once. */
    public UserId aFormerInterviewer() {
        UserId person = new UserId(uuid());
        var events = Events.of(organization, AggregateKind.USER, person.value());
        tell(events.next(new UserAdded(person, Set.of(Role.INTERVIEWER), MORNING)));
        tell(events.next(new UserDeactivated(person, MORNING)));
        return person;
    }

    public static Plan plan(KitId kit, int version) {
        List<Plan.Item> items = IntStream.rangeClosed(1, 2)
                .mapToObj(number -> new Plan.Item(
                        new ItemId(uuid()),
                        new QuestionId(uuid()),
                        1,
                        "Question " + number,
                        "How would you find out?",
                        List.of("And then?"),
                        "analysis",
                        Level.INTERMEDIATE,
                        10,
                        15,
                        List.of("says nothing", "guesses", "narrows down", "measures", "measures and explains")))
                .toList();
        return new Plan(kit, version, "Backend, short", 2, 45, List.of(new Plan.Section("Practice", items)));
    }

    public Api recruiter() {
        return as(uuid(), Role.RECRUITER);
    }

    public Api interviewer(int number) {
        return as(panel.get(number).value(), Role.INTERVIEWER);
    }

    public Api as(String userId, Role... roles) {
        return new Api(port, TestTokens.user(organization, userId, roles));
    }

    public String aCandidate() {
        return aCandidate("Ada Example");
    }

    public String aCandidate(String name) {
        return created(recruiter().post("/api/v1/candidates", """
                {"name": "%s", "email": "ada@example.org"}""".formatted(name)));
    }

    public String aPosition() {
        return aPosition("Backend engineer");
    }

    public String aPosition(String title) {
        return created(recruiter().post("/api/v1/positions", """
                {"title": "%s", "timeZone": "Europe/Berlin"}""".formatted(title)));
    }

    public String anApplication() {
        return anApplication(aCandidate(), aPosition());
    }

    public String anApplication(String candidateId, String positionId) {
        return created(recruiter().post("/api/v1/applications", application(candidateId, positionId)));
    }

    /** The request to open an application. */
    public static String application(String candidateId, String positionId) {
        return """
                {"candidateId": "%s", "positionId": "%s"}""".formatted(candidateId, positionId);
    }

    public String aSession() {
        return created(recruiter().post("/api/v1/sessions", schedule(anApplication())));
    }

    /** One that is planned for this time. */
    public String aSessionOn(String time) {
        String request = schedule(anApplication()).replace(PLANNED, time);
        return created(recruiter().post("/api/v1/sessions", request));
    }

    /** Returns when the application is where its interview moves it: version 2 if that is from the first stage. */
    public void awaitInterviewStage(String applicationId) {
        await().until(() -> recruiter()
                .get("/api/v1/applications/" + applicationId)
                .at("/stage")
                .equals("INTERVIEW"));
    }

    /** Version 2. */
    public String aRunningSession() {
        String id = aSession();
        assertThat(recruiter().post("/api/v1/sessions/" + id + "/start", "", 1).status())
                .isEqualTo(200);
        return id;
    }

    /** Version 3. */
    public String aCompletedSession() {
        String id = aRunningSession();
        assertThat(recruiter()
                        .post("/api/v1/sessions/" + id + "/complete", "", 2)
                        .status())
                .isEqualTo(200);
        return id;
    }

    /** The request to plan an interview by the first two interviewers. */
    public String schedule(String applicationId) {
        return schedule(applicationId, panelOf(panel.get(0), panel.get(1)));
    }

    public String schedule(String applicationId, String panelJson) {
        return """
                {"applicationId": "%s", "kitId": "%s", "panel": %s,
                 "scheduledFor": "%s", "timeZone": "Europe/Berlin"}""".formatted(applicationId, plan.kitId(), panelJson, PLANNED);
    }

    /** The first one leads. */
    public static String panelOf(UserId... members) {
        return IntStream.range(0, members.length)
                .mapToObj(i -> "{\"userId\": \"" + members[i] + "\", \"lead\": " + (i == 0) + "}")
                .toList()
                .toString();
    }

    public static String created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    public static String uuid() {
        return UUID.randomUUID().toString();
    }
}
