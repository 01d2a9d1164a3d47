/** HTTP conventions: commands, paging, problem documents, correlation. */
@NullMarked
package dev.parley.platform.web;

import org.jspecify.annotations.NullMarked;
