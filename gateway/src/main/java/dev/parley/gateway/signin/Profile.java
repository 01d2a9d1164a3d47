package dev.parley.gateway.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person may know about themselves.
 *
 * @param userId who they are in the organization at hand; for an OPERATOR, in the installation
 * @param organizationId the organization at hand; absent for an OPERATOR, and as long as several are possible
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Profile(
        String principalType,
        UserId id,
        UserId userId,
        String displayName,
        @Nullable String email,
        @Nullable OrganizationId organizationId,
        SortedSet<Role> roles,
        List<Organization> organizations) {

    /** One organization the person belongs to. */
    record Organization(OrganizationId id, String name, UserId userId, SortedSet<Role> roles) {}
}
