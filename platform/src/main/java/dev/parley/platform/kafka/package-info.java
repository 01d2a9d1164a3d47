/** How every service meets Kafka. */
@NullMarked
package dev.parley.platform.kafka;

import org.jspecify.annotations.NullMarked;
