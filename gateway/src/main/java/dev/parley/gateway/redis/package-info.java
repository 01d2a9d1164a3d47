/** Redis as something that may be gone. */
@NullMarked
package dev.parley.gateway.redis;

import org.jspecify.annotations.NullMarked;
