/** The platform as a stranger meets it: one command, the public API, the topics, a browser. */
@NullMarked
package dev.parley.acceptance;

import org.jspecify.annotations.NullMarked;
