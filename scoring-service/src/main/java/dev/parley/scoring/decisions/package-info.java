/** What a person decides after the reveal, on record. */
@NullMarked
package dev.parley.scoring.decisions;

import org.jspecify.annotations.NullMarked;
