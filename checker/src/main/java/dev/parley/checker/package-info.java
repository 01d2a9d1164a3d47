/** Judges a fault run by what a stranger can see: a client's log, the topics, the public APIs, the metrics. */
@NullMarked
package dev.parley.checker;

import org.jspecify.annotations.NullMarked;
