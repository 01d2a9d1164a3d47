package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CorrelationFilterTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final List<String> logged = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"click-17", "0af76519-16cd-43dd-8448-eb211c80319c", "A.b_c-123"})
    void decentIdOfTheCallerIsKeptLoggedAndEchoed(String id) throws Exception {
        request.addHeader("X-Correlation-ID", id);

        assertThat(filtered()).isEqualTo(id);
        assertThat(logged).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with space", "line\nbreak", "quote\"d-id", "<script>alert</script>"})
    void anythingElseIsReplaced(String id) throws Exception {
        request.addHeader("X-Correlation-ID", id);

        assertThat(UUID.fromString(filtered())).isNotNull();
    }

    @Test
    void idOfMoreThan64CharactersIsReplaced() throws Exception {
        request.addHeader("X-Correlation-ID", "x".repeat(65));

        assertThat(filtered()).hasSize(36);
    }

    @Test
    void everyRequestWithoutOneGetsItsOwn() throws Exception {
        String first = filtered();
        var other = new MockHttpServletResponse();
        new CorrelationFilter().doFilter(new MockHttpServletRequest(), other, (_, _) -> {});

        assertThat(other.getHeader("X-Correlation-ID")).isNotEqualTo(first);
    }

    @Test
    void laterDispatchesOfTheRequestKeepIt() throws Exception {
        String first = filtered();
        request.setDispatcherType(DispatcherType.ASYNC);

        assertThat(filtered()).isEqualTo(first);
        assertThat(MDC.get("correlationId")).isNull();
    }

    @Test
    void requestThatNeverPassedHasNone() {
        assertThat(CorrelationFilter.of(new MockHttpServletRequest())).isEqualTo("none");
    }

    private String filtered() throws Exception {
        new CorrelationFilter().doFilter(request, response, (_, _) -> logged.add(MDC.get("correlationId")));
        assertThat(CorrelationFilter.of(request)).isEqualTo(response.getHeader("X-Correlation-ID"));
        return CorrelationFilter.of(request);
    }
}
