/** Past interviews brought in through the same events as live ones. */
@NullMarked
package dev.parley.session.history;

import org.jspecify.annotations.NullMarked;
