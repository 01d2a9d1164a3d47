/** How values are stored in MongoDB. */
@NullMarked
package dev.parley.platform.mongo;

import org.jspecify.annotations.NullMarked;
