/** Asking people in: one-time links that make a person, or a place in another organization for one. */
@NullMarked
package dev.parley.gateway.invitations;

import org.jspecify.annotations.NullMarked;
