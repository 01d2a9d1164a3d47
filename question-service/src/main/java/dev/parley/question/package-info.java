/** The question service: the catalog of questions and kits, and the packs they come in. */
@NullMarked
package dev.parley.question;

import org.jspecify.annotations.NullMarked;
