/** Faults at exact places of a running service, put there from outside. */
@NullMarked
package dev.parley.failpoints;

import org.jspecify.annotations.NullMarked;
