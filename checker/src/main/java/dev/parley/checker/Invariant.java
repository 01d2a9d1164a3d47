package dev.parley.checker;

/** What must hold whatever breaks. */
enum Invariant {
    I1("every acknowledged command is in its owner, on the topic, in every view"),
    I2(
            "every effect has exactly one cause; commands without an answer happened once or not at all, refused ones never"),
    I3("sequences have no gap, first occurrences are in order, transitions are legal"),
    I4("a minute after healing nothing lags, nothing waits, and only injected poison is set aside"),
    I5("no update is lost, nobody sees another tenant's data");

    private final String words;

    Invariant(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
