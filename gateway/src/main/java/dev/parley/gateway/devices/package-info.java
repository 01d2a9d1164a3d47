/** Where people are signed in: one session per browser, listed, followed and ended. */
@NullMarked
package dev.parley.gateway.devices;

import org.jspecify.annotations.NullMarked;
