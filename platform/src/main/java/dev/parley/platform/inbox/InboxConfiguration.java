package dev.parley.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The inbox of a service, and what operators see of it. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {

    @Bean
    DeadLetters deadLetters(MongoTemplate mongo, Clock clock) {
        return new DeadLetters(mongo, clock);
    }

    @Bean
    Inbox inbox(DeadLetters letters, MeterRegistry meters) {
        return new Inbox(letters, new InboxMeters(meters));
    }

    @Bean
    DeadLetterCount deadLetterCount(DeadLetters letters, MeterRegistry meters) {
        return new DeadLetterCount(letters, meters);
    }
}
