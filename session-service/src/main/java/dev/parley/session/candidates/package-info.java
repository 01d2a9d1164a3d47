/** Candidates; their personal fields are encrypted before they are stored. */
@NullMarked
package dev.parley.session.candidates;

import org.jspecify.annotations.NullMarked;
