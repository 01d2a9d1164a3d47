package dev.parley.testkit;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a test context real engines, a database of its own and the test keys, through the variables a service has. */
public final class Infrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** One database name per context, so that test classes do not meet. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Engines engines = Engines.shared();
        Map<String, Object> variables = Map.of(
                "PARLEY_KAFKA_BOOTSTRAP", engines.kafkaBootstrap(),
                "PARLEY_MONGODB_URI", engines.mongoUri(),
                "PARLEY_REDIS_URI", engines.redisUri(),
                "PARLEY_GATEWAY_URI", TestTokens.issuerUri(),
                "PARLEY_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                "PARLEY_ID_SECRET", "test",
                "PARLEY_SERVICE_SECRET", "test",
                "spring.mongodb.database", "test-" + UUID.randomUUID());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("infrastructure", variables));
    }
}
