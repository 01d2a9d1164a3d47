package dev.parley.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Problem documents (RFC 9457). */
public final class Problems {

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
        switch (fault) {
            case DomainException.NotYet notYet ->
                headers.set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, notYet.retryAfter().toSeconds())));
            case DomainException.Unavailable _ -> headers.set(HttpHeaders.RETRY_AFTER, "2");
            case DomainException.TooMany tooMany ->
                headers.set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, tooMany.retryAfter().toSeconds())));
            default -> {}
        }
        var answer = fault.answer();
        return response(answer, String.valueOf(fault.getMessage()), errors, headers, request);
    }

    static ResponseEntity<Problem> of(
            int status, String slug, String title, String detail, HttpServletRequest request) {
        return response(new DomainException.Answer(status, slug, title), detail, null, new HttpHeaders(), request);
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
                request.getRequestURI(),
                errors,
                CorrelationFilter.of(request));
        return ResponseEntity.status(answer.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
