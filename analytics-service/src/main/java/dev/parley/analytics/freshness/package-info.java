/** Up to when the figures are complete. */
@NullMarked
package dev.parley.analytics.freshness;

import org.jspecify.annotations.NullMarked;
