/** All views in one answer, for a board. */
@NullMarked
package dev.parley.analytics.overview;

import org.jspecify.annotations.NullMarked;
