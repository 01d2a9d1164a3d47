/** Writes what is published about the events, and guards what was released. */
@NullMarked
package dev.parley.contracts.published;

import org.jspecify.annotations.NullMarked;
