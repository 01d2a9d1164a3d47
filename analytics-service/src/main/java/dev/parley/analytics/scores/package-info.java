/** How scores are distributed. */
@NullMarked
package dev.parley.analytics.scores;

import org.jspecify.annotations.NullMarked;
