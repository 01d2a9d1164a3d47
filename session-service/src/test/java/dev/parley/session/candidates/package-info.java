/** The rules of a candidate. */
@NullMarked
package dev.parley.session.candidates;

import org.jspecify.annotations.NullMarked;
