package dev.parley.gateway.routes;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** When sending a request once more cannot do its work twice. */
final class Repeats {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private Repeats() {}

    /** Reads change nothing, and a service recognizes a command by its key. */
    static boolean isRepeatable(HttpMethod method, HttpHeaders headers) {
        return READS.contains(method) || headers.containsHeader("Idempotency-Key");
    }

    /** The connection was never made, so whatever the request is, the service has not seen it. */
    static boolean neverSent(IOException fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** The service has not acted: it is not ready, or could not get the keys to verify our own token with. */
    static boolean notServed(HttpStatusCode status) {
        return status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE) || status.isSameCodeAs(HttpStatus.UNAUTHORIZED);
    }
}
