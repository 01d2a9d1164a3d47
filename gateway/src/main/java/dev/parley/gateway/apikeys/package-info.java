/** Keys of integrators. */
@NullMarked
package dev.parley.gateway.apikeys;

import org.jspecify.annotations.NullMarked;
