@NullMarked
package dev.parley.question.revisions;

import org.jspecify.annotations.NullMarked;
