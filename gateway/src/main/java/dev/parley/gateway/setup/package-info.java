/** Making the first organization of an empty installation. */
@NullMarked
package dev.parley.gateway.setup;

import org.jspecify.annotations.NullMarked;
