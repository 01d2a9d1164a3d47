package dev.parley.session.known;

/**
 * A kit as its events told it; the plans of its versions are kept one by one.
 *
 * @param latest the version published last; 0 before the first
 */
record KnownKit(int latest, boolean archived) {

    static final KnownKit UNPUBLISHED = new KnownKit(0, false);
}
