/** The rules of a session. */
@NullMarked
package dev.parley.session.sessions;

import org.jspecify.annotations.NullMarked;
