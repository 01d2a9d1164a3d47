/** A service with one aggregate of each sort, a listener and some routes nobody should write. */
@NullMarked
package dev.parley.platform.trial;

import org.jspecify.annotations.NullMarked;
