package dev.parley.contracts;

/**
 * The aggregate an event belongs to; on the wire {@code <aggregate>/<id>}. Together with the event's sequence it
 * identifies the event.
 */
public record Subject(AggregateKind kind, String id) {

    @Override
    public String toString() {
        return kind.prefix() + "/" + id;
    }

    /**
     * Reads the wire form.
     *
     * @throws IllegalArgumentException when the text is not {@code <aggregate>/<id>} with a known aggregate
     */
    public static Subject parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException("a subject reads <aggregate>/<id>");
        }
        AggregateKind kind = AggregateKind.ofPrefix(text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("the subject names no known aggregate"));
        return new Subject(kind, text.substring(slash + 1));
    }
}
