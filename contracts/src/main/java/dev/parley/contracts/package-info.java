/** What an integrator depends on: topics, event records, their wire names and the envelope around them. */
@NullMarked
package dev.parley.contracts;

import org.jspecify.annotations.NullMarked;
