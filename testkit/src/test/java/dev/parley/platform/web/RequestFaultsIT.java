package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.EventCodec;
import dev.parley.platform.Service;
import dev.parley.platform.Service.Answer;
import dev.parley.platform.ServiceTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

class RequestFaultsIT extends ServiceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"timeZone\": SECRET} | `` | not JSON, at line 1, column 14",
                "`` | `` | expected a JSON body",
                "[] | `` | expected an object",
                "{\"timeZone\": {}} | /timeZone | expected a text",
                "{\"timeZone\": 17} | /timeZone | expected a text",
                "{\"timeZone\": \"x\", \"secret\": 1} | /secret | this field is not known here",
                "{\"timeZone\": \"x\", \"like\": \"SECRET\"} | /like | expected a lower-case UUID",
                "{\"timeZone\": \"x\", \"from\": \"SECRET\"} | /from | expected a time like 2026-03-01T09:30:00.000Z",
                "{\"timeZone\": \"x\", \"colour\": \"SECRET\"} | /colour | expected one of RED, GREEN",
                "{\"timeZone\": \"x\", \"colour\": 0} | /colour | expected one of RED, GREEN",
                "{\"timeZone\": \"x\", \"urgent\": \"SECRET\"} | /urgent | expected true or false",
                "{\"timeZone\": \"x\", \"contacts\": {}} | /contacts | expected an array",
                "{\"timeZone\": \"x\", \"contacts\": [{\"name\": \"a\", \"age\": 4.5}]} | /contacts/0/age | expected a whole number",
                "{\"timeZone\": \"x\", \"contacts\": [{\"name\": \"a\", \"name\": \"SECRET\"}]} | /contacts/0/name | this field is there twice",
                "{\"timeZone\": \"SECRET\\ud800\"} | /timeZone | expected a text without U+0000 and without half a surrogate pair",
                "{\"timeZone\": \"SECRET\\u0000\"} | /timeZone | expected a text without U+0000 and without half a surrogate pair",
                "{\"timeZone\": \"\"} | /timeZone | must not be blank",
                "{\"timeZone\": \"x\", \"contacts\": [{\"name\": \" \", \"age\": 1}]} | /contacts/0/name | must not be blank",
                "{\"timeZone\": \"x\", \"contacts\": [{\"name\": \"a\", \"age\": 777}]} | /contacts/0/age | must be less than or equal to 99",
            })
    void faultyBodyIsExplainedWithoutQuotingIt(String body, String pointer, String detail) {
        Answer answer = recruiter().post(OPENINGS, body, "X-Correlation-ID", "a-faulty-body");

        assertProblem(answer, 400, "invalid");
        JsonNode error = answer.json().at("/errors/0");
        assertThat(error.path("pointer").asString()).isEqualTo(pointer);
        assertThat(error.path("detail").asString()).startsWith(detail);
        assertThat(answer.raw().body()).doesNotContain("SECRET", "777");
    }

    @Test
    void allFaultyFieldsAreToldAtOnce() {
        Answer answer = recruiter().post(OPENINGS, """
                {"timeZone": "", "contacts": [{"name": "", "age": 1}, {"name": "a", "age": 100}]}""");

        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .containsExactly("/contacts/0/name", "/contacts/1/age", "/timeZone");
    }

    @Test
    void bodyIsLimitedUnlessTheRouteTakesFiles() {
        String large = "x".repeat(1024 * 1024 + 1);

        Answer refused = recruiter().post(OPENINGS, large);

        assertProblem(refused, 413, "too-large");
        assertThat(refused.json().path("detail").asString()).isEqualTo("The body may have at most 1024 kB.");
        Answer taken = recruiter().post("/api/v1/files", large);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.json().path("bytes").asInt()).isEqualTo(large.length());
        assertProblem(recruiter().post(OPENINGS, "x".repeat(8 * 1024 * 1024)), 413, "too-large");
    }

    @Test
    void unknownThingsAreNotFound() {
        String id = newId();
        Answer unknown = recruiter().get(OPENINGS + "/" + id);
        assertProblem(unknown, 404, "not-found");
        assertThat(unknown.json().path("detail").asString()).isEqualTo("There is no position with id " + id + ".");
        assertProblem(recruiter().post(OPENINGS + "/" + newId() + "/turn", "{}"), 404, "not-found");
        assertProblem(recruiter().get("/api/v1/nowhere"), 404, "not-found");
        Answer odd = recruiter().get(OPENINGS + "/not-an-id");
        assertProblem(odd, 400, "invalid");
        assertThat(odd.json().at("/errors/0/detail").asString()).isEqualTo("expected a lower-case UUID");
    }

    @Test
    void thingsOfAnotherOrganizationDoNotExist() {
        String id = anOpening();

        assertProblem(recruiterElsewhere().get(OPENINGS + "/" + id), 404, "not-found");
        assertProblem(recruiterElsewhere().post(OPENINGS + "/" + id + "/turn", "{}"), 404, "not-found");
        assertProblem(
                recruiterElsewhere().post(OPENINGS + "/" + id + "/closure", "{}", "If-Match", "\"1\""),
                404,
                "not-found");
        assertThat(recruiterElsewhere().get(OPENINGS).json().path("items")).isEmpty();
        assertThat(document(id).getLong("version")).isEqualTo(1);
    }

    @Test
    void whatNeverReachesAHandlerIsAProblemDocumentToo() {
        assertProblem(recruiter().postPlain(OPENINGS + "/" + newId(), "{}"), 405, "http-405");
        assertProblem(
                recruiter().get(OPENINGS, "Accept", "application/xml", "X-Correlation-ID", "click-of-xml"),
                406,
                "http-406");
        assertProblem(stranger().get("/api/v1/openings;v=1"), 400, "invalid");
        assertProblem(stranger().get(OPENINGS), 401, "unauthenticated");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void faultOfOursRevealsOnlyTheCorrelationId(CapturedOutput output) {
        Answer answer = recruiter().get("/api/v1/broken", "X-Correlation-ID", "click-on-broken");

        assertProblem(answer, 500, "internal");
        assertThat(answer.raw().body()).doesNotContain("secret", "Exception", "dev.parley");
        assertThat(answer.json().path("correlationId").asString()).isEqualTo("click-on-broken");
        assertThat(output.getOut().lines().filter(line -> line.contains("the secret inside")))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"correlationId\":\"click-on-broken\""));
    }

    @Test
    void correlationIdIsEchoedAndInTheEvent() {
        Answer given = recruiter().post(OPENINGS, """
                {"timeZone": "Europe/Vienna"}""", "X-Correlation-ID", "click-17");
        assertThat(given.header("X-Correlation-ID")).isEqualTo("click-17");
        assertThat(correlationOfFirstEvent(given.id())).isEqualTo("click-17");

        Answer made = recruiter().post(OPENINGS, """
                {"timeZone": "Europe/Vienna"}""", "X-Correlation-ID", "no good");
        assertThat(made.header("X-Correlation-ID")).hasSize(36);
        assertThat(correlationOfFirstEvent(made.id())).isEqualTo(made.header("X-Correlation-ID"));
    }

    private static String correlationOfFirstEvent(String id) {
        return String.valueOf(EventCodec.text(recordsUpTo(id, 1).getFirst().headers(), "ce_correlationid"));
    }

    @Test
    void listIsReadPageByPageNewestFirst() {
        Service recruiter = recruiter();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(recruiter.post(OPENINGS, """
                    {"timeZone": "Europe/Vienna"}""").id());
        }

        List<String> read = new ArrayList<>();
        String next = OPENINGS + "?limit=2";
        while (next != null) {
            Answer page = recruiter.get(next);
            page.json().path("items").forEach(item -> read.add(item.path("id").asString()));
            next = page.raw()
                    .headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
            assertThat(page.json().has("next")).isEqualTo(next != null);
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(made).doesNotHaveDuplicates();
        assertThat(createdAt(recruiter, read)).isSortedAccordingTo(Comparator.reverseOrder());
        assertProblem(recruiter.get(OPENINGS + "?limit=101"), 400, "invalid");
        assertProblem(recruiter.get(OPENINGS + "?limit=many"), 400, "invalid");
        assertProblem(recruiter.get(OPENINGS + "?cursor=SECRET"), 400, "invalid");
    }

    private static Stream<String> createdAt(Service recruiter, List<String> ids) {
        return ids.stream()
                .map(id -> recruiter
                        .get(OPENINGS + "/" + id)
                        .json()
                        .path("createdAt")
                        .asString());
    }

    @Test
    void oneResourceHasItsVersionAsEtagAndTimesWithThreeDecimals() {
        String path = OPENINGS + "/" + anOpening();
        Answer answer = recruiter().get(path);

        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.json().path("createdAt").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(recruiter().get(path, "If-None-Match", "\"1\"").status()).isEqualTo(304);
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(answer.raw().uri().getRawPath())
                .isEqualTo(problem.path("instance").asString());
        assertThat(problem.path("correlationId").asString()).isEqualTo(answer.header("X-Correlation-ID"));
    }
}
