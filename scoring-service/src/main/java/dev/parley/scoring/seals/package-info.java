/** Sealing a scorecard: its one canonical form, and the salted digest that commits to it. */
@NullMarked
package dev.parley.scoring.seals;

import org.jspecify.annotations.NullMarked;
