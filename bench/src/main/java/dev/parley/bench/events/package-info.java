/** What the platform's way of events costs, each figure beside the same operations bare. */
@NullMarked
package dev.parley.bench.events;

import org.jspecify.annotations.NullMarked;
