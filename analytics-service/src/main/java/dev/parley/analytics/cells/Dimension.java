package dev.parley.analytics.cells;

/** What sums can be told apart by, besides the value. */
public enum Dimension {
    DAY("day"),
    KIT("kitId");

    private final String field;

    Dimension(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }
}
