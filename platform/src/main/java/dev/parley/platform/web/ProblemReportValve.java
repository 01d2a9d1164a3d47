package dev.parley.platform.web;

import dev.parley.platform.error.DomainException;
import dev.parley.platform.web.Problems.Problem;
import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The problem document of what the container itself refuses, because it is no proper HTTP. Tomcat makes it by name. */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String id = CorrelationFilter.mark(request, response);
        if (fault != null) {
            LOG.error("fault outside every handler, correlation id {}", id, fault);
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(JSON.writeValueAsString(problem(request, response.getStatus())));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("nobody is there to be told", e);
        }
    }

    private static Problem problem(Request request, int code) {
        HttpStatus status = Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR);
        var answer = status == HttpStatus.BAD_REQUEST
                ? Problems.of(
                        new DomainException.Invalid("", "expected a well-encoded path and plain headers"), request)
                : Problems.of(status, request);
        return Objects.requireNonNull(answer.getBody());
    }
}
