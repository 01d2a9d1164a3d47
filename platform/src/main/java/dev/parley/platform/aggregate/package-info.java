/** Aggregates as one document each: state, version, idempotency outcomes and outgoing events in one write. */
@NullMarked
package dev.parley.platform.aggregate;

import org.jspecify.annotations.NullMarked;
