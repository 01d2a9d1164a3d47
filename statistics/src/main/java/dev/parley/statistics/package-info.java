/** What is measured, and how surely; pure Java, so it can be checked against published examples and used anywhere. */
@NullMarked
package dev.parley.statistics;

import org.jspecify.annotations.NullMarked;
