/** From a request's credentials to its caller. */
@NullMarked
package dev.parley.gateway.security;

import org.jspecify.annotations.NullMarked;
