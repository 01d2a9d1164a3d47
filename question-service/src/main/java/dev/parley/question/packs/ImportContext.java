package dev.parley.question.packs;

import dev.parley.contracts.id.JobId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.Origin;
import java.util.Set;

/**
 * What every row of an import needs to know.
 *
 * @param questionKeys of all rows read so far
 * @param refused those of them that kits cannot refer to
 */
record ImportContext(Origin origin, JobId jobId, PackHeader header, Set<String> questionKeys, Set<String> refused) {

    OrganizationId organization() {
        return origin.organizationId();
    }
}
