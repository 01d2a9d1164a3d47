/** Questions: a draft that people work on, and revisions that never change once published. */
@NullMarked
package dev.parley.question.catalog;

import org.jspecify.annotations.NullMarked;
