package dev.parley.platform.aggregate;

/** Stated limits that keep every aggregate one healthy document. */
final class Limits {

    static final int EVENT_BYTES = 512 * 1024;
    static final int AGGREGATE_BYTES = 8 * 1024 * 1024;
    static final int PENDING_BYTES = 1024 * 1024;
    static final int IDEMPOTENCY_KEYS = 500;
    static final int ATTEMPTS = 30;

    private Limits() {}
}
