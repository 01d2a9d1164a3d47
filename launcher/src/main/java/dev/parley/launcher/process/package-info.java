/** Starts, watches, restarts and stops operating system processes. */
@NullMarked
package dev.parley.launcher.process;

import org.jspecify.annotations.NullMarked;
