/** Tells open browsers that figures of their organization changed. */
@NullMarked
package dev.parley.analytics.updates;

import org.jspecify.annotations.NullMarked;
