package dev.parley.analytics.scores;

import java.util.List;

/** How many sessions scored how much: every bucket of every kit that has a score. */
public record Scores(List<ScoreBucket> scores) {

    /**
     * Sessions of one kit with a raw weighted score in one bucket.
     *
     * @param bucket its lower end in thousandths of a rating point; a bucket is 250 wide, the last includes 5000
     */
    public record ScoreBucket(String kitId, int bucket, long count) {}
}
