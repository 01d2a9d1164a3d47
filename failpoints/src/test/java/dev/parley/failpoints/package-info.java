/** What the agent does to a JVM of its own. */
@NullMarked
package dev.parley.failpoints;

import org.jspecify.annotations.NullMarked;
