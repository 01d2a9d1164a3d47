/** From events to counted cells, exactly once: facts per session and application, their cells, the cells' counts. */
@NullMarked
package dev.parley.analytics.topology;

import org.jspecify.annotations.NullMarked;
