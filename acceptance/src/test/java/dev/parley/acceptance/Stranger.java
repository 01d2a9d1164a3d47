package dev.parley.acceptance;

import dev.parley.acceptance.Kcat.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Another organization on the same topics, as far as it is seen there: it opened one position. */
record Stranger(String position) {

    static Stranger arrive(Kcat kcat) {
        Event ours = kcat.read("session-events").stream()
                .filter(event -> event.header("ce_type").equals("position.opened.v1"))
                .findFirst()
                .orElseThrow();
        String position = UUID.randomUUID().toString();
        Map<String, String> headers = new HashMap<>(ours.headers());
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_organizationid", UUID.randomUUID().toString());
        headers.put("ce_subject", "position/" + position);
        headers.put("ce_sequence", "00000000000000000001");
        kcat.write("session-events", position, headers, ours.payload().replace(ours.key(), position));
        return new Stranger(position);
    }

    String subject() {
        return "position/" + position;
    }
}
