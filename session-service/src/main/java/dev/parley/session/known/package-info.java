/** What this service knows of others through their events: published kits, people. */
@NullMarked
package dev.parley.session.known;

import org.jspecify.annotations.NullMarked;
