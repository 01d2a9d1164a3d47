/** What a caller can do wrong, and how it is told. */
@NullMarked
package dev.parley.platform.error;

import org.jspecify.annotations.NullMarked;
