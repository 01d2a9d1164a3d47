/** Evaluations of interviews that took place before Parley was in use. */
@NullMarked
package dev.parley.scoring.history;

import org.jspecify.annotations.NullMarked;
