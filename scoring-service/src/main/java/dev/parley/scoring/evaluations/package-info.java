/** One evaluation per session: the panel, its sealed cards, the reveal, the score. */
@NullMarked
package dev.parley.scoring.evaluations;

import org.jspecify.annotations.NullMarked;
