package dev.parley.platform.web;

import com.mongodb.MongoException;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.platform.error.TypeWords;
import dev.parley.platform.web.Problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Every fault becomes one problem document; values of callers are never quoted, insides never shown. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Set<String> METHODS =
            Arrays.stream(HttpMethod.values()).map(HttpMethod::name).collect(Collectors.toUnmodifiableSet());

    @ExceptionHandler(DomainException.class)
    ResponseEntity<Problem> domain(DomainException fault, HttpServletRequest request) {
        return Problems.of(fault, request);
    }

    @ExceptionHandler(AuthenticationException.class)
    ResponseEntity<Problem> unauthenticated(HttpServletRequest request) {
        return Problems.of(new DomainException.Unauthenticated("The request carries no valid credentials."), request);
    }

    @ExceptionHandler(MethodArgumentNotValidException.class)
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException fault, HttpServletRequest request) {
        return Problems.of(new DomainException.Invalid(errors(fault.getBindingResult())), request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Problem> mismatch(MethodArgumentTypeMismatchException fault, HttpServletRequest request) {
        Class<?> expected = fault.getRequiredType();
        String detail = expected == null ? "expected another kind of value" : "expected " + TypeWords.of(expected);
        return Problems.of(new DomainException.Invalid("/" + fault.getName(), detail), request);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException fault, HttpServletRequest request) {
        return Problems.of(new DomainException.Invalid(List.of(JsonFaults.explain(fault))), request);
    }

    @ExceptionHandler(JacksonException.class)
    ResponseEntity<Problem> unreadable(JacksonException fault, HttpServletRequest request) {
        return Problems.of(new DomainException.Invalid(List.of(JsonFaults.explain(fault))), request);
    }

    @ExceptionHandler({DataAccessException.class, MongoException.class})
    ResponseEntity<Problem> storage(Exception fault, HttpServletRequest request) {
        LOG.error("storage fault", fault);
        return Problems.of(
                new DomainException.Unavailable(
                        "The database did not answer; repeat the request with the same Idempotency-Key."),
                request);
    }

    /** What the firewall turned away. */
    @ExceptionHandler(RequestRejectedException.class)
    ResponseEntity<Problem> rejected(HttpServletRequest request) {
        return METHODS.contains(request.getMethod())
                ? Problems.of(new DomainException.Invalid("", "expected a plain path and plain headers"), request)
                : Problems.of(HttpStatus.NOT_IMPLEMENTED, request);
    }

    /** The reader of a stream went away, or the stream's time is up; there is nobody to answer. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void gone() {}

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<Problem> nothing(HttpServletRequest request) {
        return Problems.of(404, "not-found", "Not found", "There is nothing at this address.", request);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Problem> other(Exception fault, HttpServletRequest request) {
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            int status = known.getStatusCode().value();
            String title = String.valueOf(known.getBody().getTitle());
            return Problems.of(status, "http-" + status, title, detailOf(known), request);
        }
        LOG.error("unexpected fault", fault);
        return Problems.unexpected(request);
    }

    private static String detailOf(ErrorResponse known) {
        return String.valueOf(known.getBody().getDetail());
    }

    private static List<FieldError> errors(BindingResult result) {
        var ofFields = result.getFieldErrors().stream()
                // the message of a failed conversion quotes the value
                .map(field -> new FieldError(
                        pointer(field.getField()),
                        field.isBindingFailure() ? expected(result, field.getField()) : message(field)));
        var ofTheWhole = result.getGlobalErrors().stream().map(error -> new FieldError("", message(error)));
        return Stream.concat(ofFields, ofTheWhole)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
    }

    private static String expected(BindingResult result, String field) {
        return "expected " + TypeWords.of(Objects.requireNonNullElse(result.getFieldType(field), Object.class));
    }

    private static String message(ObjectError error) {
        return String.valueOf(error.getDefaultMessage());
    }

    private static String pointer(String field) {
        return "/" + field.replace("[", "/").replace("]", "").replace('.', '/');
    }
}
