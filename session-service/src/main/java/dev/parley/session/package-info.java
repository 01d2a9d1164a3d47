/** Plans interviews and takes them from schedule to decision. */
@NullMarked
package dev.parley.session;

import org.jspecify.annotations.NullMarked;
