package dev.parley.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClients;
import dev.parley.platform.migration.MigrationProperties.Mode;
import dev.parley.testkit.Engines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class MigratorIT {

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Engines.shared().mongoUri()), "migrations-" + UUID.randomUUID());
    private final List<String> applied = Collections.synchronizedList(new ArrayList<>());

    private record Step(int version, boolean isReliedUpon, Consumer<Integer> work) implements Migration {

        @Override
        public String purpose() {
            return "step " + version;
        }

        @Override
        public long apply(MongoTemplate mongo) {
            work.accept(version);
            return 7;
        }
    }

    private Migration step(int version) {
        return new Step(version, false, number -> applied.add("step " + number));
    }

    private Migrator migrator(Migration... steps) {
        return migrator(Duration.ofSeconds(20), Duration.ofSeconds(20), steps);
    }

    private Migrator migrator(Duration lease, Duration patience, Migration... steps) {
        return new Migrator(
                mongo, List.of(steps), new MigrationProperties(Mode.ON_START, lease, patience), Clock.systemUTC());
    }

    @Test
    void everyStepIsAppliedOnceInItsOrder() {
        migrator(step(2), step(1)).apply();
        migrator(step(1), step(2), step(3)).apply();

        assertThat(applied).containsExactly("step 1", "step 2", "step 3");
        assertThat(mongo.getCollection("migrations").find())
                .extracting(
                        entry -> entry.getInteger("_id") + " " + entry.get("purpose") + " " + entry.get("documents"))
                .containsExactlyInAnyOrder("1 step 1 7", "2 step 2 7", "3 step 3 7");
    }

    @Test
    void ofManyInstancesThatStartAtOnceOneDoesTheWorkAndAllWaitForIt() {
        List<CompletableFuture<Void>> instances = IntStream.range(0, 5)
                .mapToObj(_ -> CompletableFuture.runAsync(
                        () -> migrator(step(1), step(2)).apply()))
                .toList();
        instances.forEach(CompletableFuture::join);

        assertThat(applied).containsExactly("step 1", "step 2");
    }

    @Test
    void whatAnInstanceDidNotEndIsDoneAgain() {
        Migration broken = new Step(2, false, _ -> {
            throw new IllegalStateException("cut off");
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> migrator(step(1), broken).apply());

        migrator(step(1), step(2)).apply();

        assertThat(applied).containsExactly("step 1", "step 2");
    }

    @Test
    void deadInstanceKeepsTheOthersWaitingForItsLeaseOnly() {
        mongo.getCollection("leases")
                .insertOne(new Document("_id", "migrations")
                        .append("holder", "dead")
                        .append("until", Instant.now().plusMillis(500)));

        migrator(step(1)).apply();

        assertThat(applied).containsExactly("step 1");
    }

    @Test
    void leaseIsRenewedWhileTheWorkTakesLonger() throws Exception {
        var over = new CountDownLatch(1);
        Migration slow = new Step(1, false, number -> {
            applied.add("step " + number);
            Awaitility.await().until(() -> over.getCount() == 0);
        });
        var first = CompletableFuture.runAsync(() ->
                migrator(Duration.ofMillis(300), Duration.ofSeconds(20), slow).apply());
        Migrator impatient = migrator(Duration.ofMillis(300), Duration.ofSeconds(1), step(1));

        Awaitility.await().until(() -> !applied.isEmpty());

        assertThatIllegalStateException().isThrownBy(impatient::apply).withMessageContaining("longer than PT1S");

        over.countDown();
        first.get();
        assertThat(applied).containsExactly("step 1");
    }

    @Test
    void databaseThatLacksWhatIsReliedUponIsRefused() {
        Migration reliedUpon = new Step(2, true, _ -> {});
        assertThatIllegalStateException()
                .isThrownBy(() -> migrator(step(1), reliedUpon).requireWhatIsReliedUpon())
                .withMessage(
                        "The database lacks migration 2 (step 2): run an instance with PARLEY_MIGRATIONS_MODE=only first.");
        migrator(step(1), reliedUpon).apply();
        migrator(step(1), reliedUpon).requireWhatIsReliedUpon();
    }

    @Test
    void versionsWithoutGapsOnly() {
        assertThatIllegalStateException().isThrownBy(() -> migrator(step(1), step(3)));
        assertThatIllegalStateException().isThrownBy(() -> migrator(step(1), step(1)));
    }
}
