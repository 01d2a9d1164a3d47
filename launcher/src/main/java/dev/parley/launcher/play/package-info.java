/** Plays interviews through the public API: the smoke check and the sample data. */
@NullMarked
package dev.parley.launcher.play;

import org.jspecify.annotations.NullMarked;
