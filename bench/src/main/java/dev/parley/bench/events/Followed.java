package dev.parley.bench.events;

import dev.parley.contracts.Envelope;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;

/** What a consumer keeps of one subject. */
record Followed(String last, String text) {

    static final AggregateType<Followed> TYPE = AggregateType.silent("followed", Followed.class);

    static Change<Followed> after(Envelope event) {
        return Change.privately(_ -> new Followed(event.metadata().type(), Opening.TEXT));
    }
}
