package dev.parley.contracts;

/** An event as a consumer sees it. */
public record Envelope(EventMetadata metadata, DomainEvent event) {

    public Subject subject() {
        return metadata.subject();
    }

    public long sequence() {
        return metadata.sequence();
    }
}
