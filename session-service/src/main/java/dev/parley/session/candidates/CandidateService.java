package dev.parley.session.candidates;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Registers candidates and finds them. */
@Service
public class CandidateService {

    private final AggregateStore<Candidate> candidates;
    private final FieldSealing sealing;

    CandidateService(AggregateStore<Candidate> candidates, FieldSealing sealing) {
        this.candidates = candidates;
        this.sealing = sealing;
    }

    Receipt register(CommandContext context, PersonalFields fields) {
        return candidates.create(context, id -> {
            CandidateId candidateId = new CandidateId(id);
            SealedFields sealed = sealing.seal(context.organization(), candidateId, fields);
            return Candidate.decide(null, new CandidateCommand.Register(candidateId, sealed, context.now()));
        });
    }

    Receipt update(CommandContext context, CandidateId id, PersonalFields fields) {
        return candidates.handle(context.versioned(), id.value(), state -> {
            SealedFields sealed = sealing.seal(context.organization(), id, fields);
            return Candidate.decide(state, new CandidateCommand.Update(id, sealed, context.now()));
        });
    }

    Aggregate<Candidate> get(OrganizationId organization, CandidateId id) {
        return candidates.get(organization, id.value());
    }

    Page<Aggregate<Candidate>> list(OrganizationId organization, PageRequest page, @Nullable String email) {
        return email == null
                ? candidates.list(organization, page)
                : candidates.list(
                        organization,
                        page,
                        Filters.eq("state.fields.emailHash", sealing.emailHash(organization, email)));
    }

    /** Those of these candidates that the organization has, by their ids, at the cost of two queries. */
    public Map<String, ReadableCandidate> readable(OrganizationId organization, Set<String> ids) {
        return readable(organization, candidates.findAll(organization, ids).values());
    }

    Map<String, ReadableCandidate> readable(OrganizationId organization, Collection<Aggregate<Candidate>> found) {
        return sealing.open(organization, found);
    }

    /** Refuses an id that this organization does not have. */
    public void require(OrganizationId organization, CandidateId id) {
        get(organization, id);
    }
}
