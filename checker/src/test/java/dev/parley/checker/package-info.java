/** Each invariant on small logs made by hand: one that holds, and one that does not. */
@NullMarked
package dev.parley.checker;

import org.jspecify.annotations.NullMarked;
