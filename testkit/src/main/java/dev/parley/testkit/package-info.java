/** What tests of every service share. */
@NullMarked
package dev.parley.testkit;

import org.jspecify.annotations.NullMarked;
