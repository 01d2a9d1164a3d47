package dev.parley.question.catalog;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.QuestionEvent.QuestionPublished;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import dev.parley.question.catalog.Question.Status;
import dev.parley.question.catalog.QuestionCommand.CreateQuestion;
import dev.parley.question.catalog.QuestionCommand.ImportQuestion;
import dev.parley.question.revisions.RevisionArchive;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Commands and reads on questions. */
@Service
public class QuestionService {

    /** As many questions as one look-up takes; also the most a kit may hold. */
    public static final int AT_ONCE = PageRequest.LARGEST;

    private final AggregateStore<Question> store;
    private final RevisionArchive<QuestionRevision> archive;

    QuestionService(AggregateStores stores) {
        this.store = stores.open(Question.TYPE);
        this.archive = new RevisionArchive<>(stores, "question-revisions", QuestionRevision.class);
    }

    Receipt create(CommandContext context, QuestionContent content) {
        return store.create(context, id -> Question.decide(null, new CreateQuestion(new QuestionId(id), content)));
    }

    Receipt handle(CommandContext context, QuestionId id, QuestionCommand command) {
        return store.handle(context.versioned(), id.value(), question -> decide(context.origin(), question, command));
    }

    /**
     * Takes a pack's row in; repeating it is harmless.
     *
     * @return whether this import changed the question, now or before it was interrupted
     */
    public boolean takeIn(Origin origin, ImportQuestion offered) {
        Optional<Question> present = store.find(
                        origin.organizationId(), offered.questionId().value())
                .map(Aggregate::state);
        if (present.isPresent() && QuestionIntake.holds(present.get(), offered)) {
            return Objects.requireNonNull(present.get().provenance())
                    .jobId()
                    .equals(offered.provenance().jobId());
        }
        store.carryOut(origin, offered.questionId().value(), question -> decide(origin, question, offered));
        return true;
    }

    private Change<Question> decide(Origin origin, @Nullable Question question, QuestionCommand command) {
        Change<Question> change = Question.decide(question, command);
        if (question != null && question.published() != null && overwritesRevision(change)) {
            archive.keep(origin, question.questionId().value(), question.revision(), question.published());
        }
        return change;
    }

    private static boolean overwritesRevision(Change<Question> change) {
        return change.events().stream().anyMatch(QuestionPublished.class::isInstance);
    }

    Aggregate<Question> get(OrganizationId organization, QuestionId id) {
        return store.get(organization, id.value());
    }

    Page<Aggregate<Question>> list(OrganizationId organization, PageRequest page, Bson... filters) {
        return store.list(organization, page, filters);
    }

    /**
     * One revision, from the question or, superseded, from the archive.
     *
     * @throws DomainException.NotFound when it was never published
     */
    QuestionRevision revision(OrganizationId organization, QuestionId id, int number) {
        QuestionRevision latest = get(organization, id).state().published();
        return Optional.ofNullable(latest)
                .filter(revision -> revision.revision() == number)
                .or(() -> archive.find(organization, id.value(), number))
                .orElseThrow(() -> new DomainException.NotFound("revision", id + "/" + number));
    }

    /** The latest revisions of those that kits may use now; one look into the database. */
    public Map<QuestionId, QuestionRevision> findPublished(OrganizationId organization, Collection<QuestionId> ids) {
        Bson wanted = Filters.and(
                Filters.in("_id", ids.stream().map(QuestionId::value).distinct().toList()),
                Filters.eq("state.status", Status.PUBLISHED.name()));
        return store.list(organization, new PageRequest(AT_ONCE, null), wanted).items().stream()
                .map(question -> Objects.requireNonNull(question.state().published()))
                .collect(Collectors.toMap(QuestionRevision::questionId, revision -> revision));
    }
}
