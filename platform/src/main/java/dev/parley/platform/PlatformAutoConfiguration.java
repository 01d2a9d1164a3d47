package dev.parley.platform;

import dev.parley.contracts.ContractsJson;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.crypto.CryptoProperties;
import dev.parley.platform.crypto.PersonalData;
import dev.parley.platform.inbox.DeadLetters;
import dev.parley.platform.inbox.Inbox;
import dev.parley.platform.kafka.KafkaConfiguration;
import dev.parley.platform.mongo.MongoConfiguration;
import dev.parley.platform.outbox.EventPublisher;
import dev.parley.platform.outbox.OutboxHealth;
import dev.parley.platform.outbox.OutboxRelay;
import dev.parley.platform.outbox.OutboxSweeper;
import dev.parley.platform.outbox.TraceContext;
import dev.parley.platform.security.SecurityConfiguration;
import dev.parley.platform.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import tools.jackson.databind.DeserializationFeature;

/** Everything a service gets by depending on this module. */
@AutoConfiguration(
        before = {ServletWebSecurityAutoConfiguration.class, MongoAutoConfiguration.class},
        beforeName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@EnableScheduling
@EnableConfigurationProperties(CryptoProperties.class)
@Import({
    MongoConfiguration.class,
    KafkaConfiguration.class,
    SecurityConfiguration.class,
    WebConfiguration.class,
})
public class PlatformAutoConfiguration {

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** Several threads, so that a long piece of background work does not hold up the others. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(4);
        scheduler.setThreadNamePrefix("background-");
        return scheduler;
    }

    @Bean
    JsonMapperBuilderCustomizer conventions() {
        return builder ->
                builder.addModule(ContractsJson.module()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Bean
    DerivedIds derivedIds(CryptoProperties secrets) {
        return new DerivedIds(secrets.idSecret());
    }

    @Bean
    TraceContext traceContext(ObjectProvider<Tracer> tracer) {
        return new TraceContext(tracer.getIfAvailable());
    }

    /** Outbox and inbox; they need the database and the broker's clients. */
    @AutoConfiguration(after = {DataMongoAutoConfiguration.class, KafkaAutoConfiguration.class})
    public static class Backbone {

        @Bean(destroyMethod = "close")
        ExecutorService relayExecutor() {
            return Executors.newVirtualThreadPerTaskExecutor();
        }

        @Bean
        OutboxRelay outboxRelay(
                MongoTemplate mongo,
                KafkaTemplate<String, byte[]> kafka,
                MeterRegistry meters,
                ExecutorService relayExecutor) {
            return new OutboxRelay(mongo, new EventPublisher(kafka, meters), relayExecutor);
        }

        @Bean
        OutboxSweeper outboxSweeper(MongoTemplate mongo, OutboxRelay relay, Clock clock, MeterRegistry meters) {
            return new OutboxSweeper(mongo, relay, clock, meters);
        }

        @Bean
        OutboxHealth outboxHealth(OutboxSweeper sweeper) {
            return new OutboxHealth(sweeper);
        }

        @Bean
        AggregateStores aggregateStores(
                MongoTemplate mongo, OutboxRelay relay, DerivedIds ids, Clock clock, TraceContext trace) {
            return new AggregateStores(mongo, relay, ids, clock, trace);
        }

        @Bean
        Inbox inbox(MongoTemplate mongo, Clock clock, MeterRegistry meters) {
            return new Inbox(new DeadLetters(mongo, clock), meters);
        }

        @Bean
        PersonalData personalData(MongoTemplate mongo, CryptoProperties secrets) {
            return new PersonalData(mongo, secrets);
        }
    }
}
