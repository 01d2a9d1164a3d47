/** The command line of the local platform: what {@code ./parley} runs once it has found a JDK and built the jars. */
@NullMarked
package dev.parley.launcher;

import org.jspecify.annotations.NullMarked;
