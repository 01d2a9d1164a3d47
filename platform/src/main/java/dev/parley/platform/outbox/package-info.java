/** Publishing what an aggregate's document still holds in its outbox. */
@NullMarked
package dev.parley.platform.outbox;

import org.jspecify.annotations.NullMarked;
