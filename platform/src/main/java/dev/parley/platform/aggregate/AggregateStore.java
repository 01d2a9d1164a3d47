package dev.parley.platform.aggregate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.inbox.Delivery;
import dev.parley.platform.security.CrossTenant;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Loads, decides, saves. Each command is one conditional write to one document: the new state, the version, the events
 * to publish and the outcome to repeat. What returns normally is durable on a majority of MongoDB's members.
 */
public final class AggregateStore<S> {

    private final AggregateWriter<S> writer;
    private final StateMapper<S> mapper;
    private final MongoCollection<Document> collection;
    private final AggregateReader<S> reader;
    private final Reactions reactions;

    AggregateStore(AggregateWriter<S> writer, StateMapper<S> mapper, MongoCollection<Document> collection) {
        this.writer = writer;
        this.mapper = mapper;
        this.collection = collection;
        this.reader = new AggregateReader<>(mapper, collection);
        this.reactions = new Reactions(mapper.type().collection());
    }

    /**
     * The aggregate with this id.
     *
     * @throws DomainException.NotFound when this organization has none
     */
    public Aggregate<S> get(OrganizationId organization, String id) {
        return find(organization, id).orElseThrow(() -> notFound(id));
    }

    public Optional<Aggregate<S>> find(OrganizationId organization, String id) {
        return Optional.ofNullable(reader.load(organization, id))
                .filter(StateMapper::hasState)
                .map(mapper::read);
    }

    /** Those of these ids that this organization has, by one query. */
    public Map<String, Aggregate<S>> findAll(OrganizationId organization, Set<String> ids) {
        return reader.findAll(organization, ids);
    }

    /** One page in the order of the type. */
    public Page<Aggregate<S>> list(OrganizationId organization, PageRequest request, Bson... filters) {
        return reader.list(organization, request, List.of(filters));
    }

    /** The first that matches, over all organizations: for look-ups that find out which organization it is. */
    @CrossTenant("sign-in and key look-up name no organization yet")
    public Optional<Aggregate<S>> findAnywhere(Bson filter) {
        return Optional.ofNullable(collection
                        .find(Filters.and(StateMapper.WITH_STATE, filter))
                        .first())
                .map(mapper::read);
    }

    /** Creates an aggregate whose id follows from the command's idempotency key. */
    public Receipt create(CommandContext context, Function<String, Change<S>> decide) {
        String id = writer.derivedId(context);
        return create(context, id, () -> decide.apply(id));
    }

    /**
     * Creates an aggregate with a given id.
     *
     * @throws DomainException.Conflict when it exists, other than by the same command
     */
    public Receipt create(CommandContext context, String id, Supplier<Change<S>> decide) {
        Optional<Receipt> repeat = repeat(context, id);
        if (repeat.isPresent()) {
            return repeat.get();
        }
        Receipt receipt = new Receipt(id, 1, 201);
        var write = writer.prepare(null, id, context.origin(), decide.get())
                .remembering(context, receipt, List.of())
                .build();
        if (writer.insert(write)) {
            return receipt;
        }
        return repeat(context, id)
                .orElseThrow(() ->
                        new DomainException.Conflict("This " + mapper.type().label() + " exists already."));
    }

    /**
     * Carries out a command on an existing aggregate.
     *
     * @throws DomainException.NotFound when this organization has none with this id
     * @throws DomainException.Stale when the command names another version
     */
    public Receipt handle(CommandContext context, String id, Function<S, Change<S>> decide) {
        for (int attempt = 0; attempt < Limits.ATTEMPTS; attempt++) {
            Document former = Optional.ofNullable(reader.load(context.organization(), id))
                    .filter(StateMapper::hasState)
                    .orElseThrow(() -> notFound(id));
            Optional<Receipt> repeat = StoredOutcome.find(former, context.idempotencyKey(), context.now());
            if (repeat.isPresent()) {
                return repeat.get();
            }
            Receipt receipt = new Receipt(id, expected(context, former) + 1, 200);
            var write = writer.prepare(former, id, context.origin(), decide.apply(mapper.existing(former)))
                    .remembering(context, receipt, StoredOutcome.allIn(former))
                    .build();
            if (writer.replace(former, write)) {
                return receipt;
            }
        }
        throw contended(id);
    }

    /**
     * Applies an event's effect once, in the order of its subject; creates the document if need be. A change that leads
     * to no state yet only remembers that the event was seen.
     */
    public void react(Envelope event, String id, Function<@Nullable S, Change<S>> decide) {
        change(Origin.reactingTo(event.metadata(), writer.now()), id, event, decide);
    }

    /**
     * The same for many events, by one query and one bulk write. Those that do not fit (a gap, a fault of the event, another
     * write at the same time) are given back: each of them is to be applied alone.
     */
    Set<Delivery> reactAll(AggregateConsumer<S> consumer, List<Delivery> deliveries) {
        return new BulkReactions<>(consumer, writer, reader).apply(deliveries, writer.inBulk(), reactions);
    }

    /** Carries out a job's step, which has an id of its own and so needs no idempotency key. */
    public void carryOut(Origin origin, String id, Function<@Nullable S, Change<S>> decide) {
        change(origin, id, null, decide);
    }

    private void change(Origin origin, String id, @Nullable Envelope cause, Function<@Nullable S, Change<S>> decide) {
        for (int attempt = 0; attempt < Limits.ATTEMPTS; attempt++) {
            Document former = reader.load(origin.organizationId(), id);
            Sources sources = former == null ? Sources.NONE : Sources.of(former);
            if (cause != null && !sources.isNext(cause)) {
                reactions.skipped();
                return;
            }
            Change<S> change = decide.apply(mapper.state(former));
            if (writer.store(former, id, origin, change, cause == null ? sources : sources.after(cause))) {
                if (cause != null) {
                    reactions.applied(cause, writer.now());
                }
                return;
            }
        }
        throw contended(id);
    }

    private static long expected(CommandContext context, Document former) {
        long actual = former.getLong("version");
        Long expected = context.expectedVersion();
        if (expected != null && expected != actual) {
            throw new DomainException.Stale(expected, actual);
        }
        return actual;
    }

    private Optional<Receipt> repeat(CommandContext context, String id) {
        return Optional.ofNullable(reader.load(context.organization(), id))
                .flatMap(former -> StoredOutcome.find(former, context.idempotencyKey(), context.now()));
    }

    private DomainException notFound(String id) {
        return new DomainException.NotFound(mapper.type().label() + " with id", id);
    }

    private DomainException contended(String id) {
        return new DomainException.Unavailable(
                "Too many commands at once on " + mapper.type().label() + " " + id + ".");
    }
}
