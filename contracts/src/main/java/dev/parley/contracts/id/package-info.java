/** Typed identifiers of everything that events and addresses name. */
@NullMarked
package dev.parley.contracts.id;

import org.jspecify.annotations.NullMarked;
