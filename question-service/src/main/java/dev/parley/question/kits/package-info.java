/** Kits (interview templates): which questions are asked, in what order, with what weight. */
@NullMarked
package dev.parley.question.kits;

import org.jspecify.annotations.NullMarked;
