package dev.parley.platform.error;

import java.time.Duration;
import java.util.List;

/** A mistake or bad luck of the caller; told once, as a problem document with a stable type. */
public abstract sealed class DomainException extends RuntimeException {

    private final transient Answer answer;

    private DomainException(int status, String slug, String title, String detail) {
        super(detail);
        this.answer = new Answer(status, slug, title);
    }

    /** How it is told: HTTP status, last part of the problem's type, title. */
    public record Answer(int status, String slug, String title) {}

    public Answer answer() {
        return answer;
    }

    /** Nothing with this id exists for this caller. */
    public static final class NotFound extends DomainException {

        public NotFound(String what, String id) {
            super(404, "not-found", "Not found", "There is no " + what + " " + id + ".");
        }
    }

    /** The state does not allow it. */
    public static final class Conflict extends DomainException {

        public Conflict(String detail) {
            super(409, "conflict", "Conflict with the current state", detail);
        }
    }

    /** What the command refers to may still be on its way; trying again shortly is right. */
    public static final class NotYet extends DomainException {
        private final transient Duration retryAfter;

        public NotYet(String detail, Duration retryAfter) {
            super(409, "not-yet", "Not known yet", detail);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Values that cannot be right. */
    public static final class Invalid extends DomainException {
        private final transient List<FieldError> errors;

        public Invalid(List<FieldError> errors) {
            super(400, "invalid", "Invalid request", "The request has faults: see errors.");
            this.errors = List.copyOf(errors);
        }

        public Invalid(String pointer, String detail) {
            this(List.of(new FieldError(pointer, detail)));
        }

        public List<FieldError> errors() {
            return errors;
        }
    }

    /** The caller is known but may not do this. */
    public static final class Forbidden extends DomainException {

        public Forbidden(String detail) {
            super(403, "forbidden", "Not allowed", detail);
        }
    }

    /** The caller is not known. */
    public static final class Unauthenticated extends DomainException {

        public Unauthenticated(String detail) {
            super(401, "unauthenticated", "Sign in first", detail);
        }
    }

    /** Someone else changed it first. */
    public static final class Stale extends DomainException {

        public Stale(long expected, long actual) {
            super(
                    412,
                    "stale",
                    "Changed in the meantime",
                    "If-Match names version " + expected + ", the current version is " + actual + ".");
        }
    }

    /** The command must say which version it was made for. */
    public static final class VersionRequired extends DomainException {

        public VersionRequired() {
            super(428, "version-required", "If-Match is required", "Send If-Match with the ETag you last saw.");
        }
    }

    /** The idempotency key was used for another request. */
    public static final class KeyReused extends DomainException {

        public KeyReused() {
            super(
                    422,
                    "key-reused",
                    "Idempotency-Key used before",
                    "This Idempotency-Key belongs to a request with another payload.");
        }
    }

    /** A stated limit on size is exceeded. */
    public static final class TooLarge extends DomainException {

        public TooLarge(String detail) {
            super(413, "too-large", "Too large", detail);
        }
    }

    /** Too many requests of one caller, or commands on one aggregate. */
    public static final class TooMany extends DomainException {
        private final transient Duration retryAfter;

        public TooMany(String detail) {
            this(detail, Duration.ofMinutes(1));
        }

        public TooMany(String detail, Duration retryAfter) {
            super(429, "too-many", "Too many requests", detail);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The platform cannot take this at the moment. */
    public static final class Unavailable extends DomainException {

        public Unavailable(String detail) {
            super(503, "unavailable", "Not available at the moment", detail);
        }
    }
}
