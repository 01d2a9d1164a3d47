/** Measurements, each printed with its conditions and the limit it is held against. */
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
