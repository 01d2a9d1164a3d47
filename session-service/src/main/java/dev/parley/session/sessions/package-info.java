/** Interview sessions: planning and life cycle. */
@NullMarked
package dev.parley.session.sessions;

import org.jspecify.annotations.NullMarked;
