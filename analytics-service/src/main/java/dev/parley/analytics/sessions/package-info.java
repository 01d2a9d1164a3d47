/** Sessions planned, held and decided, day by day. */
@NullMarked
package dev.parley.analytics.sessions;

import org.jspecify.annotations.NullMarked;
