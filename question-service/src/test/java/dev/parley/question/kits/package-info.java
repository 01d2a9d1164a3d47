@NullMarked
package dev.parley.question.kits;

import org.jspecify.annotations.NullMarked;
