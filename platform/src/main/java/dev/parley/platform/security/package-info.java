/** Who calls, what they may do, and the check of the internal token. */
@NullMarked
package dev.parley.platform.security;

import org.jspecify.annotations.NullMarked;
