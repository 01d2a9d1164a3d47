/** Settings: secrets from files, refusal of weak ones, and one line on what to change when a start fails. */
@NullMarked
package dev.parley.platform.config;

import org.jspecify.annotations.NullMarked;
