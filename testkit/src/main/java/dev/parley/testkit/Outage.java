package dev.parley.testkit;

import dev.parley.testkit.Engines.Engine;

/** One engine stands still until this is closed. */
public record Outage(Engine engine) implements AutoCloseable {

    public Outage {
        Engines.shared().pause(engine);
    }

    @Override
    public void close() {
        Engines.shared().resume(engine);
    }
}
