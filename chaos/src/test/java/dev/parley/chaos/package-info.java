/** The harness itself, and one run of it. */
@NullMarked
package dev.parley.chaos;

import org.jspecify.annotations.NullMarked;
