/** Where requests go, and what goes along. */
@NullMarked
package dev.parley.gateway.routes;

import org.jspecify.annotations.NullMarked;
