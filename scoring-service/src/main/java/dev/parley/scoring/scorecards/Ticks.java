package dev.parley.scoring.scorecards;

import java.util.ArrayList;
import java.util.List;

/**
 * The last counter of each client, kept for each field: edits of different fields may arrive in any order and none is
 * lost; of one field, a client's later edit stands.
 */
record Ticks(List<Tick> last) {

    static final Ticks NONE = new Ticks(List.of());

    private static final int CLIENTS_PER_FIELD = 16;

    Ticks {
        last = List.copyOf(last);
    }

    record Tick(String field, String client, long counter) {}

    boolean isNews(String field, Stamp stamp) {
        return last.stream()
                .noneMatch(tick -> tick.field.equals(field)
                        && tick.client.equals(stamp.client())
                        && tick.counter >= stamp.counter());
    }

    /** A client long silent is forgotten when more than sixteen have written to the field. */
    Ticks with(String field, Stamp stamp) {
        List<Tick> ofField = new ArrayList<>(last.stream()
                .filter(tick -> tick.field.equals(field) && !tick.client.equals(stamp.client()))
                .toList());
        ofField.add(new Tick(field, stamp.client(), stamp.counter()));
        List<Tick> next = new ArrayList<>(
                last.stream().filter(tick -> !tick.field.equals(field)).toList());
        next.addAll(ofField.subList(Math.max(0, ofField.size() - CLIENTS_PER_FIELD), ofField.size()));
        return new Ticks(next);
    }
}
