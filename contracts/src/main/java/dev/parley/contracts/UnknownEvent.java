package dev.parley.contracts;

import java.time.Instant;

/** An event of a type this version does not know; consumers count it in the subject's sequence and do nothing else. */
public record UnknownEvent(String type, Instant occurredAt) implements DomainEvent {}
