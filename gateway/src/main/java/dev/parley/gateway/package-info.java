/** The way in: who you are, how much you may ask, and where your request goes. */
@NullMarked
package dev.parley.gateway;

import org.jspecify.annotations.NullMarked;
