/** Other passwords: changed by whoever knows the old one, reset by whoever reads the person's mail. */
@NullMarked
package dev.parley.gateway.recovery;

import org.jspecify.annotations.NullMarked;
