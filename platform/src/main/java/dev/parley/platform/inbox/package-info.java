/** Consuming events: at least once, in order per subject, faults set aside. */
@NullMarked
package dev.parley.platform.inbox;

import org.jspecify.annotations.NullMarked;
