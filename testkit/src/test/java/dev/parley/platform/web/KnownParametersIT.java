package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Service.Answer;
import dev.parley.platform.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownParametersIT extends ServiceTest {

    private static final String SEARCH = "/api/v1/search";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?colour=RED&size=3&word=x&from=2026-03-01&limit=2&cursor=abc",
                "?organization=0af76519-16cd-43dd-8448-eb211c80319c",
            })
    void whatAHandlerLooksAtIsTaken(String query) {
        assertThat(recruiter().get(SEARCH + query).status()).isEqualTo(200);
    }

    @Test
    void whatNoHandlerLooksAtIsRefused() {
        Answer answer = recruiter().get(SEARCH + "?color=RED&LIMIT=2&word=x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/invalid");
        assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly("/LIMIT", "/color");
        assertThat(answer.json().at("/errors/0/detail").asString())
                .isEqualTo("this parameter is not known here; known are colour, cursor, from, limit, size, word");
    }

    @Test
    void commandsTakeNoneUnlessTheySaySo() {
        Answer answer = recruiter().post(OPENINGS + "?organization=" + organization.value(), """
                {"timeZone": "Europe/Vienna"}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/detail").asString())
                .isEqualTo("this parameter is not known here; there is none");
        assertThat(recruiter().get(OPENINGS).json().path("items")).isEmpty();
    }

    @Test
    void strangersLearnNothingAboutParameters() {
        assertThat(stranger().get(SEARCH + "?color=RED").status()).isEqualTo(401);
    }

    @Test
    void handlerThatReadsTheRequestByItselfIsLeftAlone() {
        assertThat(recruiter()
                        .get("/api/v1/anything?a=1&b=2")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(stranger().get("/v3/api-docs?a=1").status()).isEqualTo(200);
        assertThat(stranger().get("/actuator/health/liveness?a=1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size=many | /size | expected a whole number",
                "size=1.5 | /size | expected a whole number",
                "colour=BLUE | /colour | expected one of RED, GREEN",
                "from=soon | /from | expected a day like 2026-03-01",
                "limit=many | /limit | expected a whole number",
            })
    void valueOfTheWrongKindIsExplainedInWords(String query, String pointer, String detail) {
        Answer answer = recruiter().get(SEARCH + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/detail").asString()).isEqualTo(detail);
    }
}
