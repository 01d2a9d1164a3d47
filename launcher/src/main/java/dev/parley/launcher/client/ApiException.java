package dev.parley.launcher.client;

/** The API refused, or did not answer. */
public final class ApiException extends RuntimeException {
    private final int status;

    public ApiException(int status, String message) {
        super(status == 0 ? message : status + " to " + message);
        this.status = status;
    }

    /** HTTP status; 0 without an answer. */
    public int status() {
        return status;
    }
}
