package dev.parley.session.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.session.Api;
import dev.parley.session.Api.Answer;
import dev.parley.session.Company;
import dev.parley.session.Peers;
import dev.parley.session.WholeService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** A company whose past is brought in, and what a test asks of such an import. */
abstract class CompanyWithAPast extends WholeService {

    static final String PATH = "/api/v1/history-imports";

    @Autowired
    MongoTemplate mongo;

    Company company;
    Api recruiter;
    PastRows past;

    @BeforeEach
    void setUpThePast() {
        company = Company.on(port);
        recruiter = company.recruiter();
        past = new PastRows(company.plan, company.panel.subList(0, 2));
        Peers.takeAll();
    }

    String start(List<? extends JsonNode> rows) {
        Answer answer = recruiter.post(PATH, PastRows.request(rows));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo(PATH + "/" + answer.id());
        return answer.id();
    }

    Answer job(String id) {
        return recruiter.get(PATH + "/" + id);
    }

    Answer finished(String id) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> job(id), job -> !job.at("/status").equals("RUNNING"));
    }

    static void assertCounts(Answer job, int succeeded, int unchanged, int failed) {
        assertThat(job.at("/status")).as(job.text()).isEqualTo("COMPLETED");
        assertThat(job.json().path("succeeded").asInt()).as(job.text()).isEqualTo(succeeded);
        assertThat(job.json().path("unchanged").asInt()).as(job.text()).isEqualTo(unchanged);
        assertThat(job.json().path("failed").asInt()).as(job.text()).isEqualTo(failed);
        assertThat(job.json().path("processed").asInt()).isEqualTo(succeeded + unchanged + failed);
        assertThat(job.json().path("total").asInt()).isEqualTo(succeeded + unchanged + failed);
    }

    List<JsonNode> sessions() {
        return recruiter
                .get("/api/v1/sessions?limit=100")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
