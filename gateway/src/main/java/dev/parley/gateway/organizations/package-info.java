/** Tenants, and who belongs to them in which role. */
@NullMarked
package dev.parley.gateway.organizations;

import org.jspecify.annotations.NullMarked;
