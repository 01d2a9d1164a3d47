/** Published text by number: kept for good, rendered once, cached near and far. */
@NullMarked
package dev.parley.question.revisions;

import org.jspecify.annotations.NullMarked;
