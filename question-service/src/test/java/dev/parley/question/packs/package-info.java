@NullMarked
package dev.parley.question.packs;

import org.jspecify.annotations.NullMarked;
