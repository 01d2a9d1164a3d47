/** Internal tokens: the only thing services believe. */
@NullMarked
package dev.parley.gateway.tokens;

import org.jspecify.annotations.NullMarked;
