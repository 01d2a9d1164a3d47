package dev.parley.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The inbox of a service, and what operators see of it. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {

    @Bean
    DeadLetters deadLetters(MongoTemplate mongo) {
        return new DeadLetters(mongo);
    }

    @Bean
    Settlements settlements(MongoTemplate mongo, MeterRegistry meters) {
        return new Settlements(mongo, meters);
    }

    @Bean
    Inbox inbox(DeadLetters letters, Settlements settlements, MeterRegistry meters, Clock clock) {
        return new Inbox(letters, settlements, new InboxMeters(meters), clock);
    }

    @Bean
    DeadLetterCount deadLetterCount(DeadLetters letters, MeterRegistry meters) {
        return new DeadLetterCount(letters, meters);
    }

    /** A service whose consumers are no listeners brings its own. */
    @Bean
    @ConditionalOnMissingBean(Replays.class)
    Replays replays(ObjectProvider<EventConsumer> consumers, DeadLetters letters, Settlements settlements) {
        return new InboxReplays(consumers.stream(), letters, settlements);
    }

    @Bean
    DeadLetterService deadLetterService(DeadLetters letters, Settlements settlements, Replays replays) {
        return new DeadLetterService(letters, settlements, replays);
    }

    @Bean
    DeadLetterController deadLetterController(DeadLetters letters, DeadLetterService service) {
        return new DeadLetterController(letters, service);
    }
}
