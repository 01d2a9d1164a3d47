package dev.parley.contracts;

import java.util.Arrays;
import java.util.Optional;

/** The aggregates whose events are public: the first part of a subject, and the topic that carries it. */
public enum AggregateKind {
    QUESTION(Topic.QUESTION),
    KIT(Topic.QUESTION),
    PACK(Topic.QUESTION),
    CANDIDATE(Topic.SESSION),
    POSITION(Topic.SESSION),
    APPLICATION(Topic.SESSION),
    SESSION(Topic.SESSION),
    EVALUATION(Topic.SCORING),
    ORGANIZATION(Topic.IDENTITY),
    USER(Topic.IDENTITY);

    private final Topic topic;

    AggregateKind(Topic topic) {
        this.topic = topic;
    }

    public Topic topic() {
        return topic;
    }

    /** The name in subjects, for example {@code session}. */
    public String prefix() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public Subject subject(String id) {
        return new Subject(this, id);
    }

    static Optional<AggregateKind> ofPrefix(String prefix) {
        return Arrays.stream(values())
                .filter(kind -> kind.prefix().equals(prefix))
                .findFirst();
    }
}
