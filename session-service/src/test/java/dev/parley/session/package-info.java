/** session-service seen from outside: over HTTP, on the topics, in the database. */
@NullMarked
package dev.parley.session;

import org.jspecify.annotations.NullMarked;
