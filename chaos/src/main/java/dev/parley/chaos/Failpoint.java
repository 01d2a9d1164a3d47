package dev.parley.chaos;

/** Places between two steps that must survive an end in between. */
enum Failpoint {
    SAVED("between save and publish", "outbox.OutboxRelay#publishSoon"),
    PUBLISHED("between publish and removal", "outbox.OutboxRelay#forget"),
    APPLIED("between effect and offset commit", "aggregate.Reactions#applied");

    private final String words;
    private final String method;

    Failpoint(String words, String method) {
        this.words = words;
        this.method = method;
    }

    String words() {
        return words;
    }

    /** For the agent. */
    String rule(int call) {
        return "HALT;dev.parley.platform." + method + ";" + call;
    }
}
