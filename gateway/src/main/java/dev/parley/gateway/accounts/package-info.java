/** Credentials: one account per person for the whole installation. */
@NullMarked
package dev.parley.gateway.accounts;

import org.jspecify.annotations.NullMarked;
