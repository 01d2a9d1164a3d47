package dev.parley.scoring.scorecards;

/**
 * Where an edit stands among the edits of one client (a browser tab, a device).
 *
 * @param counter grows with each edit of the client
 */
record Stamp(String client, long counter) {}
