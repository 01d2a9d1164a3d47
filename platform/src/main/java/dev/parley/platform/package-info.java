/** Auto-configuration shared by every service. */
@NullMarked
package dev.parley.platform;

import org.jspecify.annotations.NullMarked;
