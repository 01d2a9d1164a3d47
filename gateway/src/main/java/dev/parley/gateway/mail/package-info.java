/** Letters to people: what they asked for, and what they should know. */
@NullMarked
package dev.parley.gateway.mail;

import org.jspecify.annotations.NullMarked;
