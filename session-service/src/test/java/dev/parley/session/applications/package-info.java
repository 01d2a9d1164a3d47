/** The rules of positions and applications. */
@NullMarked
package dev.parley.session.applications;

import org.jspecify.annotations.NullMarked;
