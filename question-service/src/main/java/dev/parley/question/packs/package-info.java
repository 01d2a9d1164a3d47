/** Packs: files of questions and kits, taken in row by row by a job that survives crashes. */
@NullMarked
package dev.parley.question.packs;

import org.jspecify.annotations.NullMarked;
