/** The events of one organization over HTTP: kept once more as they are on the topics, read by position. */
@NullMarked
package dev.parley.analytics.feed;

import org.jspecify.annotations.NullMarked;
