/** The counted cells in MongoDB: written from their topic, summed for the views. */
@NullMarked
package dev.parley.analytics.cells;

import org.jspecify.annotations.NullMarked;
