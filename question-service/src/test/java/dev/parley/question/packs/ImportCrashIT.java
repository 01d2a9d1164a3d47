package dev.parley.question.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import dev.parley.contracts.Role;
import dev.parley.question.Api;
import dev.parley.question.catalog.QuestionService;
import dev.parley.testkit.ServiceIT;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import tools.jackson.databind.JsonNode;

@ServiceIT
@TestPropertySource(properties = {"parley.imports.lease=1s", "parley.imports.rows-at-once=4"})
class ImportCrashIT {

    private final AtomicInteger rows = new AtomicInteger();

    @MockitoSpyBean
    private QuestionService questions;

    @LocalServerPort
    private int port;

    /** The row is in, the job does not know it yet: the worst moment. */
    @Test
    void aCrashBetweenARowAndItsNoteIsMadeGoodByTheNextWorker() {
        doAnswer(call -> {
                    Object changed = call.callRealMethod();
                    if (rows.incrementAndGet() == 14) {
                        throw new Crash();
                    }
                    return changed;
                })
                .when(questions)
                .takeIn(any(), any());
        Api api = Api.as(port, Api.anOrganization(), Role.RECRUITER);

        JsonNode job = api.imported(Packs.shipped());

        assertThat(rows).as("the batch of the crash came twice").hasValueBetween(32, 31 + 4);
        assertThat(job.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(job.path("succeeded").asInt()).isEqualTo(33);
        assertThat(job.path("unchanged").asInt()).isZero();
        assertThat(api.get("/api/v1/questions?limit=100").json().get("items"))
                .hasSize(31)
                .allSatisfy(question -> {
                    assertThat(question.get("revision").asInt()).isEqualTo(1);
                    assertThat(question.get("version").asInt()).isEqualTo(1);
                });
    }

    /** Stands for the end of the process: nothing behind it runs. */
    private static final class Crash extends Error {
        Crash() {
            super("crashed here");
        }
    }
}
