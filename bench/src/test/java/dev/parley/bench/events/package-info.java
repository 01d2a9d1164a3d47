@NullMarked
package dev.parley.bench.events;

import org.jspecify.annotations.NullMarked;
