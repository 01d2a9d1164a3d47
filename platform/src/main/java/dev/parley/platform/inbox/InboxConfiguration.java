package dev.parley.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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

    /** A service brings the ways to those of its consumers that are no listeners. */
    @Bean
    DeadLetterService deadLetterService(
            DeadLetters letters,
            Settlements settlements,
            ObjectProvider<RecordConsumer> consumers,
            ObjectProvider<Replays> ways,
            @Value("${spring.application.name}") String service) {
        Replays others = new InboxReplays(
                consumers.stream().peek(one -> mustTellItsService(one, service)), letters, settlements);
        return new DeadLetterService(
                letters,
                settlements,
                Stream.concat(ways.stream(), Stream.of(others)).toList());
    }

    /** An operator finds the service of a letter by the name of its consumer. */
    private static void mustTellItsService(RecordConsumer consumer, String service) {
        if (!consumer.name().startsWith(service + ".")) {
            throw new IllegalStateException(
                    "The name of the consumer " + consumer.name() + " must begin with " + service + ".");
        }
    }

    @Bean
    DeadLetterController deadLetterController(DeadLetters letters, DeadLetterService service, MongoTemplate mongo) {
        return new DeadLetterController(letters, service, new OperatorAnswers(mongo));
    }
}
