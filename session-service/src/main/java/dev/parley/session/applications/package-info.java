/** Positions, and candidates' applications for them. */
@NullMarked
package dev.parley.session.applications;

import org.jspecify.annotations.NullMarked;
