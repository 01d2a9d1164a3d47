package dev.parley.analytics.topology;

/** Topics of this service alone, each with as many partitions as the events it is fed from. */
public final class AnalyticsTopics {

    /** The topology's end: the latest count of every cell; compacted. */
    public static final String CELLS = "analytics-cells";
    /** The group that reads it into the database. */
    public static final String VIEWS_GROUP = "parley-analytics-views";
    /** Records set aside, on their way to the database. */
    public static final String DEAD_LETTERS = "analytics-dead-letters";
    /** The group that reads them. */
    public static final String DEAD_LETTERS_GROUP = "parley-analytics-dead-letters";
    /** Dead letters on their way back, keyed as they were. */
    public static final String REPLAYS = "analytics-replays";

    private AnalyticsTopics() {}
}
