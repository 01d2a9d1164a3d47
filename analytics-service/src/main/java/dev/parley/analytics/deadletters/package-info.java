/** Records the topology could not count, kept whole until someone looks at them. */
@NullMarked
package dev.parley.analytics.deadletters;

import org.jspecify.annotations.NullMarked;
