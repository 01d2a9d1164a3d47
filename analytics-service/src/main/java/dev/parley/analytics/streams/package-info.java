/** Runs the topology: settings, local state, topics, health. */
@NullMarked
package dev.parley.analytics.streams;

import org.jspecify.annotations.NullMarked;
