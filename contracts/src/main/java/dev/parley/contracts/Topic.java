package dev.parley.contracts;

/** The four public topics; each is written by one service only and read by all who may. */
public enum Topic {
    QUESTION("question-events", "question-service"),
    SESSION("session-events", "session-service"),
    SCORING("scoring-events", "scoring-service"),
    IDENTITY("identity-events", "gateway");

    /** Fixed for ever: the record key decides the partition, and order is per partition. */
    public static final int PARTITIONS = 12;

    private final String topicName;
    private final String owner;

    Topic(String topicName, String owner) {
        this.topicName = topicName;
        this.owner = owner;
    }

    public String topicName() {
        return topicName;
    }

    /** The only service that writes this topic; its events carry it in {@code ce_source}. */
    public String owner() {
        return owner;
    }
}
