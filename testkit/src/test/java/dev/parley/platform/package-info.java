/** The platform's own tests: a small service on real engines. */
@NullMarked
package dev.parley.platform;

import org.jspecify.annotations.NullMarked;
