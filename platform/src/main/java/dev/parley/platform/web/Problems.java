package dev.parley.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Problem documents (RFC 9457). */
public final class Problems {

    private static final Set<HttpStatus> BEYOND_US =
            Set.of(HttpStatus.NOT_IMPLEMENTED, HttpStatus.HTTP_VERSION_NOT_SUPPORTED);
    private static final String UNSERVED = "The request cannot be served.";

    private Problems() {}

    /** One problem document; {@code type} is stable, {@code detail} is for people. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Problem(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            @Nullable List<FieldError> errors,
            String correlationId) {}

    static ResponseEntity<Problem> of(DomainException fault, HttpServletRequest request) {
        List<FieldError> errors = fault instanceof DomainException.Invalid invalid ? invalid.errors() : null;
        HttpHeaders headers = new HttpHeaders();
        long pause = pauseSeconds(fault);
        if (pause > 0) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(pause));
        }
        return response(fault.answer(), String.valueOf(fault.getMessage()), errors, headers, request);
    }

    private static long pauseSeconds(DomainException fault) {
        return switch (fault) {
            case DomainException.NotYet notYet ->
                Math.max(1, notYet.retryAfter().toSeconds());
            case DomainException.TooMany tooMany ->
                Math.max(1, tooMany.retryAfter().toSeconds());
            case DomainException.Unavailable _ -> 2;
            default -> 0;
        };
    }

    static ResponseEntity<Problem> of(
            int status, String slug, String title, String detail, HttpServletRequest request) {
        return response(new DomainException.Answer(status, slug, title), detail, null, new HttpHeaders(), request);
    }

    /** What is told of a request that no handler has seen. */
    static ResponseEntity<Problem> of(HttpStatus status, HttpServletRequest request) {
        return status.is4xxClientError() || BEYOND_US.contains(status)
                ? of(status.value(), "http-" + status.value(), status.getReasonPhrase(), UNSERVED, request)
                : unexpected(request);
    }

    /** What is told of a fault of ours. */
    static ResponseEntity<Problem> unexpected(HttpServletRequest request) {
        return of(500, "internal", "Something went wrong here", "Quote the correlation id to find out what.", request);
    }

    private static ResponseEntity<Problem> response(
            DomainException.Answer answer,
            String detail,
            @Nullable List<FieldError> errors,
            HttpHeaders headers,
            HttpServletRequest request) {
        var problem = new Problem(
                "/problems/" + answer.slug(),
                answer.title(),
                answer.status(),
                detail,
                path(request),
                errors,
                CorrelationFilter.of(request));
        return ResponseEntity.status(answer.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }
}
