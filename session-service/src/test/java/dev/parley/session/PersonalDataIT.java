package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Topic;
import dev.parley.session.Api.Answer;
import dev.parley.testkit.EventProbe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(OutputCaptureExtension.class)
class PersonalDataIT extends WholeService {

    private static final List<String> CLEAR = List.of(
            "Zebedee", "Quixotename", "zebedee@quixote.example", "+49 151 2345678", "ats-7781", "moved to Antarctica");

    @Autowired
    private MongoTemplate mongo;

    @Test
    void isNowhereInTheClear(CapturedOutput output) {
        Company company = Company.on(port);
        Api recruiter = company.recruiter();
        String candidate = Company.created(recruiter.post("/api/v1/candidates", """
                {"name": "Zebedee First", "email": "zebedee@quixote.example"}"""));
        String person = """
                {"name": "Zebedee Quixotename", "email": "Zebedee@Quixote.example",
                 "phone": "+49 151 2345678", "externalId": "ats-7781"}""";
        recruiter.send(
                "PUT", "/api/v1/candidates/" + candidate, person, "Idempotency-Key", Api.key(), "If-Match", "\"1\"");
        String application =
                Company.created(recruiter.post("/api/v1/applications", """
                {"candidateId": "%s", "positionId": "%s"}""".formatted(candidate, company.aPosition())));
        String session = Company.created(recruiter.post("/api/v1/sessions", company.schedule(application)));
        recruiter.post("/api/v1/sessions/" + session + "/cancel", "{\"reason\": \"moved to Antarctica\"}", 1);
        company.awaitInterviewStage(application);
        recruiter.post(
                "/api/v1/applications/" + application + "/outcome",
                "{\"outcome\": \"WITHDRAWN\", \"reason\": \"moved to Antarctica\"}",
                2);
        recruiter.post("/api/v1/candidates", person.replace("Zebedee@", "zebedee.quixote.example"));
        recruiter.get("/api/v1/candidates?email=zebedee@quixote.example");

        assertThat(recruiter.get("/api/v1/candidates/" + candidate).at("/phone"))
                .isEqualTo("+49 151 2345678");
        assertHoldsNothingClear(everythingInTheDatabase());
        assertHoldsNothingClear(events(company));
        assertHoldsNothingClear(output.getAll());
    }

    private static void assertHoldsNothingClear(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        assertThat(CLEAR).noneMatch(clear -> lower.contains(clear.toLowerCase(Locale.ROOT)));
    }

    private String everythingInTheDatabase() {
        return mongo.getCollectionNames().stream()
                .flatMap(
                        name -> mongo.getCollection(name).find().map(Document::toJson).into(new ArrayList<>()).stream())
                .collect(Collectors.joining("\n"));
    }

    /** Candidate registered and updated, application opened, moved and closed, session scheduled and cancelled, position. */
    private static String events(Company company) {
        try (var probe = new EventProbe(Topic.SESSION)) {
            Told.once(probe, 8, event -> event.metadata().organizationId().equals(company.organization));
            return probe.seen().stream()
                    .map(seen -> seen.key() + new String(seen.value(), StandardCharsets.UTF_8) + seen.headers())
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void refusalsQuoteNothing() {
        Answer refusal = Company.unheardOf(port).recruiter().post("/api/v1/candidates", """
                {"name": "Zebedee", "email": "zebedee.quixote.example", "phone": 7}""");

        assertThat(refusal.status()).isEqualTo(400);
        assertHoldsNothingClear(refusal.text());
        assertThat(refusal.text()).doesNotContain("quixote");
    }

    @Test
    void candidatesAreFoundByMailAddressHoweverItIsWritten() {
        Company company = Company.unheardOf(port);
        Api recruiter = company.recruiter();
        String id = Company.created(recruiter.post("/api/v1/candidates", """
                {"name": "Mixed Case", "email": "Mixed.Case@Example.org"}"""));
        company.aCandidate();

        for (String address :
                List.of("Mixed.Case@Example.org", "mixed.case@example.ORG", "%20MIXED.CASE@EXAMPLE.ORG")) {
            Answer found = recruiter.get("/api/v1/candidates?email=" + address);
            assertThat(found.json().path("items").size()).as(address).isEqualTo(1);
            assertThat(found.at("/items/0/id")).isEqualTo(id);
            assertThat(found.at("/items/0/email")).isEqualTo("Mixed.Case@Example.org");
        }
        assertThat(recruiter
                        .get("/api/v1/candidates?email=nobody@example.org")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(Company.unheardOf(port)
                        .recruiter()
                        .get("/api/v1/candidates?email=mixed.case@example.org")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void answersWithPersonalFieldsAreKeptByNobody() {
        Company company = Company.unheardOf(port);
        String id = company.aCandidate();

        assertThat(company.recruiter().get("/api/v1/candidates/" + id).header("Cache-Control"))
                .contains("no-store");
        assertThat(company.recruiter().get("/api/v1/candidates").header("Cache-Control"))
                .contains("no-store");
    }
}
