/** Bringing the past in. */
@NullMarked
package dev.parley.session.history;

import org.jspecify.annotations.NullMarked;
