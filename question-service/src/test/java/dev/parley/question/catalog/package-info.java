@NullMarked
package dev.parley.question.catalog;

import org.jspecify.annotations.NullMarked;
