/** Parley's own processes: where they listen, what they are told, how their jars are made to start quickly. */
@NullMarked
package dev.parley.launcher.services;

import org.jspecify.annotations.NullMarked;
