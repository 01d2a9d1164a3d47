/** Independent ratings, sealed until all are in, combined mechanically, decided by a person. */
@NullMarked
package dev.parley.scoring;

import org.jspecify.annotations.NullMarked;
