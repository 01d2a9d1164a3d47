package dev.parley.platform.aggregate;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.Subject;
import dev.parley.platform.inbox.SequenceGapException;
import dev.parley.platform.inbox.SequenceReusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The sequence guard: how far a document has followed each subject it takes effects from. */
record Sources(Map<String, Reached> positions) {

    static final Sources NONE = new Sources(Map.of());

    record Reached(long sequence, String eventId) {}

    static Sources of(Document document) {
        Map<String, Reached> positions = new HashMap<>();
        for (Document source : document.getList("sources", Document.class, List.of())) {
            positions.put(
                    source.getString("subject"), new Reached(source.getLong("sequence"), source.getString("eventId")));
        }
        return new Sources(positions);
    }

    /**
     * Whether the event is the next of its subject.
     *
     * @return false for one that was applied before
     * @throws SequenceGapException when events before it are missing
     * @throws SequenceReusedException when another event had this sequence
     */
    boolean isNext(Envelope event) {
        Subject subject = event.subject();
        Optional<Reached> last = Optional.ofNullable(positions.get(subject.toString()));
        long reached = last.map(Reached::sequence).orElse(0L);
        if (event.sequence() > reached + 1) {
            throw new SequenceGapException(subject, reached, event.sequence());
        }
        if (event.sequence() == reached
                && !last.orElseThrow().eventId().equals(event.metadata().id())) {
            throw new SequenceReusedException(subject, reached);
        }
        return event.sequence() == reached + 1;
    }

    Sources after(Envelope event) {
        Map<String, Reached> next = new HashMap<>(positions);
        next.put(
                event.subject().toString(),
                new Reached(event.sequence(), event.metadata().id()));
        return new Sources(next);
    }

    List<Document> write() {
        return positions.entrySet().stream()
                .map(entry -> new Document("subject", entry.getKey())
                        .append("sequence", entry.getValue().sequence())
                        .append("eventId", entry.getValue().eventId()))
                .toList();
    }
}
