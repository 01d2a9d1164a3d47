package dev.parley.bench.events;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.Origin;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A command on an existing aggregate: load, decide, evolve, one conditional write that also remembers the idempotency key.
 * It tells nobody, so that no publishing runs beside it. Bare is a read and a conditional write of the same state.
 */
final class Commands {

    private static final int PER_DOCUMENT = 5;

    private final Trial trial;
    private final int commands;
    private final AggregateStore<Opening> openings;
    private final MongoCollection<Document> theirs;

    Commands(Trial trial, Bare bare, int commands) {
        this.trial = trial;
        this.commands = commands;
        this.openings = trial.openings();
        this.theirs = bare.collection("commanded");
    }

    Figure measure(int callers, int rounds) throws Exception {
        // more callers wait together, so they get more done in the same time
        int pieces = commands * Math.max(1, callers / 4);
        return Figure.share(
                "a command; callers at once: " + callers,
                Rounds.inTurn(rounds, () -> platformRate(callers, pieces), () -> bareRate(callers, pieces)),
                0.50);
    }

    private double platformRate(int callers, int pieces) throws InterruptedException {
        String[] ids = newIds(callers, pieces);
        Callers.share(
                callers,
                ids.length,
                i -> openings.carryOut(
                        trial.origin(),
                        ids[i],
                        _ -> Change.privately(_ -> new Opening(new PositionId(ids[i]), true, Opening.TEXT))));
        long start = System.nanoTime();
        Callers.share(
                callers,
                pieces,
                i -> openings.handle(trial.command(), ids[i % ids.length], _ -> Opening.turnQuietly()));
        return Rate.since(start, pieces);
    }

    private double bareRate(int callers, int pieces) throws InterruptedException {
        String[] ids = newIds(callers, pieces);
        Callers.share(callers, ids.length, i -> {
            Origin origin = trial.origin();
            var opened = new PositionOpened(new PositionId(ids[i]), "UTC", origin.now());
            theirs.insertOne(Documents.opening(ids[i], origin, Documents.event(ids[i], 1, opened, origin)));
        });
        long start = System.nanoTime();
        Callers.share(callers, pieces, i -> readAndWrite(ids[i % ids.length]));
        return Rate.since(start, pieces);
    }

    private void readAndWrite(String id) {
        Origin origin = trial.origin();
        Bson one = Filters.and(
                Filters.eq("_id", id),
                Filters.eq("organizationId", origin.organizationId().value()));
        Document former = Objects.requireNonNull(theirs.find(one).first());
        Document state = former.get("state", Document.class);
        long version = former.getLong("version");
        theirs.updateOne(
                Filters.and(one, Filters.eq("version", version)),
                Updates.combine(
                        Updates.set("state", Documents.state(id, !state.getBoolean("open"))),
                        Updates.set("version", version + 1),
                        Updates.set("updatedAt", origin.now())));
    }

    /** A multiple of the callers, so that no two of them meet on one document. */
    private static String[] newIds(int callers, int pieces) {
        int each = Math.max(1, pieces / PER_DOCUMENT / callers);
        return Stream.generate(Trial::newId).limit((long) each * callers).toArray(String[]::new);
    }
}
