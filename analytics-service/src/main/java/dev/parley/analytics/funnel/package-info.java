/** How far applications came, and how they ended. */
@NullMarked
package dev.parley.analytics.funnel;

import org.jspecify.annotations.NullMarked;
