package dev.parley.bench.events;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.IdempotencyKey;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** The running service that is measured. */
final class Trial implements AutoCloseable {

    private static final Caller CALLER =
            new Caller(newId(), PrincipalType.USER, Set.of(), Set.of(), new OrganizationId(newId()), "127.0.0.1");

    private final ConfigurableApplicationContext context;

    private Trial(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Trial start(Engines engines) {
        Map<String, Object> variables = Map.of(
                "PARLEY_KAFKA_BOOTSTRAP", engines.kafkaBootstrap(),
                "PARLEY_MONGODB_URI", engines.mongoUri(),
                "PARLEY_REDIS_URI", engines.redisUri(),
                "PARLEY_GATEWAY_URI", "http://127.0.0.1:9",
                "PARLEY_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                "PARLEY_ID_SECRET", newId());
        return new Trial(new SpringApplicationBuilder(BenchApplication.class)
                .profiles("local")
                .registerShutdownHook(false)
                .initializers(one ->
                        one.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", variables)))
                .run());
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    @SuppressWarnings("unchecked")
    AggregateStore<Opening> openings() {
        var type = ResolvableType.forClassWithGenerics(AggregateStore.class, Opening.class);
        return (AggregateStore<Opening>) context.getBeanProvider(type).getObject();
    }

    MongoTemplate mongo() {
        return context.getBean(MongoTemplate.class);
    }

    String mongoVersion() {
        return mongo().executeCommand("{buildInfo: 1}").getString("version");
    }

    Follower follower(String bean) {
        return context.getBean(bean, Follower.class);
    }

    MessageListenerContainer container(Follower follower) {
        return Objects.requireNonNull(
                context.getBean(KafkaListenerEndpointRegistry.class).getListenerContainer(follower.name()));
    }

    /** Of a command that needs no idempotency key. */
    Origin origin() {
        return command().origin();
    }

    /** Of a command that came over HTTP. */
    CommandContext command() {
        var key = new IdempotencyKey(newId(), newId());
        return new CommandContext(
                CALLER, newId(), key, null, context.getBean(Clock.class).instant());
    }

    /** A record set aside is no effect, so whatever counted it did not measure. */
    void checkEffects() {
        long letters = mongo().getCollection("deadLetters").countDocuments();
        if (letters > 0) {
            throw new IllegalStateException(letters + " events became dead letters.");
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
