package dev.parley.platform.migration;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Applies what is outstanding, in the order of the versions, while it holds the lease. */
public final class Migrator {

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final MongoTemplate mongo;
    private final List<Migration> migrations;
    private final MigrationProperties properties;
    private final Clock clock;
    private final MigrationLog log;

    public Migrator(MongoTemplate mongo, List<Migration> migrations, MigrationProperties properties, Clock clock) {
        this.mongo = mongo;
        this.migrations = migrations.stream()
                .sorted(Comparator.comparingInt(Migration::version))
                .toList();
        this.properties = properties;
        this.clock = clock;
        this.log = new MigrationLog(mongo);
        for (int i = 0; i < this.migrations.size(); i++) {
            if (this.migrations.get(i).version() != i + 1) {
                throw new IllegalStateException("the migrations' versions are not 1 to " + this.migrations.size());
            }
        }
    }

    /**
     * Returns when nothing is outstanding, whichever instance did the work.
     *
     * @throws IllegalStateException when another instance is at it for longer than the patience
     */
    public void apply() {
        Instant end = clock.instant().plus(properties.patience());
        var lease = new Lease(mongo, clock, properties.lease(), "migrations");
        while (!outstanding().isEmpty()) {
            if (lease.take()) {
                whileRenewing(lease, () -> outstanding().forEach(this::apply));
            } else if (clock.instant().isAfter(end)) {
                throw new IllegalStateException("Another instance has been migrating the database for longer than "
                        + properties.patience() + "; see its log.");
            } else {
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
    }

    /**
     * Refuses a database that this code cannot read.
     *
     * @throws IllegalStateException naming the migration that is missing
     */
    public void requireWhatIsReliedUpon() {
        outstanding().stream().filter(Migration::isReliedUpon).findFirst().ifPresent(missing -> {
            throw new IllegalStateException(
                    "The database lacks migration %d (%s): run an instance with PARLEY_MIGRATIONS_MODE=only first."
                            .formatted(missing.version(), missing.purpose()));
        });
    }

    List<Migration> outstanding() {
        Set<Integer> applied = log.versions();
        return migrations.stream()
                .filter(migration -> !applied.contains(migration.version()))
                .toList();
    }

    private void apply(Migration migration) {
        LOG.info("Migration {}, {}, begins", migration.version(), migration.purpose());
        long documents = migration.apply(mongo);
        log.note(migration, documents, clock.instant());
        LOG.info("Migration {}, {}, is applied: {} documents", migration.version(), migration.purpose(), documents);
    }

    /** A fault must not end the renewing: the next attempt may succeed. */
    private static void renew(Lease lease) {
        try {
            if (!lease.take()) {
                LOG.warn("the lease has passed to another instance; both migrate, which is harmless");
            }
        } catch (MongoException e) {
            LOG.warn("the lease could not be renewed", e);
        }
    }

    private void whileRenewing(Lease lease, Runnable work) {
        long period = properties.lease().toMillis() / 3;
        try (var renewal =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
            renewal.scheduleAtFixedRate(() -> renew(lease), period, period, TimeUnit.MILLISECONDS);
            try {
                work.run();
            } finally {
                renewal.shutdownNow();
            }
        } finally {
            lease.giveBack();
        }
    }
}
