/** Breaks a running platform by a schedule that can be repeated, while people interview on it. */
@NullMarked
package dev.parley.chaos;

import org.jspecify.annotations.NullMarked;
