/** Kafka, MongoDB and Redis on this machine: the real servers, each a process with its own data directory. */
@NullMarked
package dev.parley.launcher.infrastructure;

import org.jspecify.annotations.NullMarked;
