/** Figures kept live from the events of all interviews. */
@NullMarked
package dev.parley.analytics;

import org.jspecify.annotations.NullMarked;
