package dev.parley.platform;

import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.crypto.CryptoProperties;
import dev.parley.platform.kafka.KafkaConfiguration;
import dev.parley.platform.mongo.MongoConfiguration;
import dev.parley.platform.outbox.TraceContext;
import dev.parley.platform.security.SecurityConfiguration;
import dev.parley.platform.telemetry.TelemetryConfiguration;
import dev.parley.platform.web.JsonConventions;
import dev.parley.platform.web.OpenApiConventions;
import dev.parley.platform.web.WebConfiguration;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What a service gets by depending on this module, before anything is connected. */
@AutoConfiguration(
        before = {
            ServletWebSecurityAutoConfiguration.class,
            MongoAutoConfiguration.class,
            DataMongoAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class,
        })
@EnableScheduling
@EnableConfigurationProperties(CryptoProperties.class)
@Import({
    MongoConfiguration.class,
    KafkaConfiguration.class,
    SecurityConfiguration.class,
    WebConfiguration.class,
    OpenApiConventions.class,
    TelemetryConfiguration.class,
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
        return new JsonConventions();
    }

    @Bean
    DerivedIds derivedIds(CryptoProperties secrets) {
        return new DerivedIds(secrets.idSecret());
    }

    @Bean
    TraceContext traceContext(ObjectProvider<Tracer> tracer) {
        return new TraceContext(tracer.getIfAvailable());
    }
}
