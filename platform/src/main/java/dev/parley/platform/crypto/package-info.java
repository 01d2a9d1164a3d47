/** Encryption of personal fields with a key per person. */
@NullMarked
package dev.parley.platform.crypto;

import org.jspecify.annotations.NullMarked;
