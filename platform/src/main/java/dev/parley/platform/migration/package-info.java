/** Brings stored documents from one version of their form to the next, once for all instances. */
@NullMarked
package dev.parley.platform.migration;

import org.jspecify.annotations.NullMarked;
