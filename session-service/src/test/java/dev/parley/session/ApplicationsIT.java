package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.session.Api.Answer;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.Events;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What moves an application besides people, and that there is one at a time. */
class ApplicationsIT extends WholeService {

    private static final String PATH = "/api/v1/applications";

    @Autowired
    private MongoTemplate mongo;

    @Test
    void plannedInterviewMovesItsApplicationOn() {
        Company company = Company.on(port);
        String applied = company.anApplication();
        String screened = company.anApplication();
        move(company, screened, "SCREENING", 1);

        for (String application : List.of(applied, screened)) {
            Company.created(company.recruiter().post("/api/v1/sessions", company.schedule(application)));
            company.awaitInterviewStage(application);
        }

        assertThat(one(company, applied).header("ETag")).isEqualTo("\"2\"");
        assertThat(one(company, screened).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void plannedInterviewTakesNoApplicationBack() {
        Company company = Company.on(port);
        String offered = company.anApplication();
        move(company, offered, "OFFER", 1);

        String session = Company.created(company.recruiter().post("/api/v1/sessions", company.schedule(offered)));

        awaitFollowed(offered, session);
        assertThat(one(company, offered).at("/stage")).isEqualTo("OFFER");
        assertThat(one(company, offered).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void plannedInterviewOpensNoApplicationAgain() {
        Company company = Company.on(port);
        String ended = company.anApplication();
        company.recruiter().post(PATH + "/" + ended + "/outcome", "{\"outcome\": \"WITHDRAWN\"}", 1);
        Envelope planned = planned(company, ended);

        tell(planned);

        awaitFollowed(ended, planned.subject().id());
        assertThat(one(company, ended).at("/outcome")).isEqualTo("WITHDRAWN");
        assertThat(one(company, ended).at("/stage")).isEqualTo("APPLIED");
        assertThat(one(company, ended).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void oneInterviewMovesItsApplicationOnce() {
        Company company = Company.on(port);
        String application = company.anApplication();
        Envelope planned = planned(company, application);
        tell(planned, planned);
        company.awaitInterviewStage(application);
        move(company, application, "SCREENING", 2);

        Envelope another = planned(company, application);
        tell(planned);
        move(company, application, "OFFER", 3);
        tell(another);

        awaitFollowed(application, another.subject().id());
        assertThat(one(company, application).at("/stage")).isEqualTo("OFFER");
        assertThat(one(company, application).header("ETag")).isEqualTo("\"4\"");
    }

    private static Envelope planned(Company company, String application) {
        String id = Company.uuid();
        return Events.of(company.organization, AggregateKind.SESSION, id)
                .next(new SessionScheduled(
                        new SessionId(id),
                        new ApplicationId(application),
                        new CandidateId(Company.uuid()),
                        new PositionId(Company.uuid()),
                        List.of(new PanelMember(company.panel.getFirst(), true)),
                        company.plan,
                        Company.MORNING,
                        "Europe/Berlin",
                        Company.MORNING));
    }

    private static void tell(Envelope... events) {
        EventProbe.publish(List.of(events).stream().map(Events::record).toList());
    }

    private void awaitFollowed(String application, String session) {
        await().until(() -> mongo.getCollection("applications")
                        .countDocuments(Filters.and(
                                Filters.eq("_id", application), Filters.eq("sources.subject", "session/" + session)))
                == 1);
    }

    @Test
    void secondOpenApplicationForThePositionIsRefusedByNamingTheFirst() {
        Company company = Company.unheardOf(port);
        String candidate = company.aCandidate();
        String position = company.aPosition();
        String first = company.anApplication(candidate, position);

        Answer second = company.recruiter().post(PATH, Company.application(candidate, position));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/type")).isEqualTo("/problems/conflict");
        assertThat(second.at("/detail"))
                .isEqualTo("The candidate has an open application for this position already: " + first + ".");
        company.anApplication(candidate, company.aPosition());
        company.anApplication(company.aCandidate(), position);
        company.recruiter().post(PATH + "/" + first + "/outcome", "{\"outcome\": \"REJECTED\"}", 1);
        assertThat(company.anApplication(candidate, position)).isNotEqualTo(first);
    }

    @Test
    void openApplicationsOfACandidateAreFoundByAnIndex() {
        Company company = Company.unheardOf(port);
        String application = company.anApplication();
        Answer view = one(company, application);

        Document plan = mongo.getCollection("applications")
                .find(Filters.and(
                        Filters.eq("organizationId", company.organization.value()),
                        Filters.eq("state.candidateId", view.at("/candidateId")),
                        Filters.eq("state.positionId", view.at("/positionId")),
                        Filters.eq("state.outcome", null)))
                .explain();

        assertThat(plan.get("queryPlanner", Document.class).toJson()).contains("ofCandidateForPosition");
    }

    @RepeatedTest(3)
    void ofManyAtOnceOneIsOpened() {
        Company company = Company.unheardOf(port);
        String wanted = Company.application(company.aCandidate(), company.aPosition());

        List<Answer> answers = atOnce(_ -> company.recruiter().post(PATH, wanted));

        List<Answer> opened =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(opened).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.at("/detail")).contains(opened.getFirst().id());
        });
    }

    @Test
    void ofOneRequestRepeatedAtOnceOneIsOpened() {
        Company company = Company.unheardOf(port);
        String wanted = Company.application(company.aCandidate(), company.aPosition());
        Api recruiter = company.recruiter();
        String key = Api.key();

        assertThat(atOnce(_ -> recruiter.send("POST", PATH, wanted, "Idempotency-Key", key)))
                .extracting(answer -> answer.status() + " " + answer.id())
                .hasSize(8)
                .containsOnly(
                        "201 " + recruiter.get(PATH).json().at("/items/0/id").asString());
    }

    private static List<Answer> atOnce(IntFunction<Answer> request) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> request.apply(i), executor))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static void move(Company company, String application, String stage, long version) {
        Answer moved = company.recruiter()
                .post(PATH + "/" + application + "/stage", "{\"stage\": \"" + stage + "\"}", version);
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    }

    private static Answer one(Company company, String application) {
        return company.recruiter().get(PATH + "/" + application);
    }
}
