/** One interviewer's own card, from the first autosave to its submission. */
@NullMarked
package dev.parley.scoring.scorecards;

import org.jspecify.annotations.NullMarked;
