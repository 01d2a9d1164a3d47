/** Signing in with a password, and the sessions that follow from it. */
@NullMarked
package dev.parley.gateway.signin;

import org.jspecify.annotations.NullMarked;
