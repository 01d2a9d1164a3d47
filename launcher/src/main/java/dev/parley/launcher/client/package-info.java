/** A client of the public API, patient where the platform asks for patience. */
@NullMarked
package dev.parley.launcher.client;

import org.jspecify.annotations.NullMarked;
