package dev.parley.platform;

import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.crypto.CryptoProperties;
import dev.parley.platform.crypto.PersonalData;
import dev.parley.platform.inbox.InboxConfiguration;
import dev.parley.platform.migration.MigrationConfiguration;
import dev.parley.platform.outbox.EventPublisher;
import dev.parley.platform.outbox.OutboxHealth;
import dev.parley.platform.outbox.OutboxRelay;
import dev.parley.platform.outbox.OutboxSweeper;
import dev.parley.platform.outbox.TraceContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;

/** Outbox, inbox and stores; they need the database and the broker's clients. */
@AutoConfiguration(after = {DataMongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@Import({InboxConfiguration.class, MigrationConfiguration.class})
public class BackboneAutoConfiguration {

    // no candidate for anybody else: another Executor bean would switch off Spring Boot's own
    @Bean(destroyMethod = "close", defaultCandidate = false)
    ExecutorService relayExecutor() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    OutboxRelay outboxRelay(
            MongoTemplate mongo,
            KafkaTemplate<String, byte[]> kafka,
            MeterRegistry meters,
            @Qualifier("relayExecutor") ExecutorService executor) {
        return new OutboxRelay(mongo, new EventPublisher(kafka, meters), executor);
    }

    @Bean
    OutboxSweeper outboxSweeper(MongoTemplate mongo, OutboxRelay relay, Clock clock, MeterRegistry meters) {
        return new OutboxSweeper(mongo, relay, clock, meters);
    }

    @Bean
    OutboxHealth outboxHealthIndicator(OutboxSweeper sweeper) {
        return new OutboxHealth(sweeper);
    }

    @Bean
    AggregateStores aggregateStores(
            MongoTemplate mongo, OutboxRelay relay, DerivedIds ids, Clock clock, TraceContext trace) {
        return new AggregateStores(mongo, relay, ids, clock, trace);
    }

    @Bean
    PersonalData personalData(MongoTemplate mongo, CryptoProperties secrets) {
        return new PersonalData(mongo, secrets);
    }
}
