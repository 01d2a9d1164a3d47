/** Decisions in force, and how long the first took. */
@NullMarked
package dev.parley.analytics.decisions;

import org.jspecify.annotations.NullMarked;
