/** What operators see from outside: where telemetry goes. */
@NullMarked
package dev.parley.platform.telemetry;

import org.jspecify.annotations.NullMarked;
