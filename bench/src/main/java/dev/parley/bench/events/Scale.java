package dev.parley.bench.events;

/**
 * How much of everything a round takes.
 *
 * @param saves that publish an event
 * @param samples of the way to a consumer, 100 a second
 * @param subjects each with two events to follow
 * @param commands of one caller; more callers share more
 */
record Scale(int saves, int samples, int subjects, int commands) {

    static final Scale FULL = new Scale(3_000, 1_000, 5_000, 400);
}
