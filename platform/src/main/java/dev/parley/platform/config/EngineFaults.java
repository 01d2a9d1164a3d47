package dev.parley.platform.config;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Engines that do not answer or do not let us in. */
final class EngineFaults {

    private static final String MONGODB = "spring.mongodb.uri";
    private static final String KAFKA = "spring.kafka.bootstrap-servers";
    private static final int UNAUTHORIZED = 13;

    private final SettingNames names;
    private final Environment environment;

    EngineFaults(SettingNames names, Environment environment) {
        this.names = names;
        this.environment = environment;
    }

    @Nullable
    String sentence(Throwable cause) {
        return switch (cause) {
            case MongoSecurityException _ ->
                "%s: MongoDB refuses its name or password: correct them.".formatted(mongo());
            case MongoCommandException refused
            when refused.getErrorCode() == UNAUTHORIZED ->
                "%s: MongoDB does not let its user do what this service needs: grant it readWrite on database %s."
                        .formatted(mongo(), environment.getProperty("spring.mongodb.database"));
            case MongoTimeoutException _ ->
                "%s: no MongoDB answers at %s: start it, or correct the address.".formatted(mongo(), hosts());
            case AuthenticationException _ ->
                "%s: Kafka refuses this service's credentials: correct them.".formatted(kafka());
            case AuthorizationException refused ->
                "%s: Kafka does not let this service in: %s".formatted(kafka(), refused.getMessage());
            case TimeoutException _ -> noBroker();
            case DisconnectException _ -> noBroker();
            case ConfigException config
            when String.valueOf(config.getMessage()).contains("bootstrap") ->
                "%s is %s, which leads to no broker: it must be host:port, of a host that exists."
                        .formatted(kafka(), environment.getProperty(KAFKA));
            default -> null;
        };
    }

    private String noBroker() {
        return "%s: no Kafka answers at %s: start it, or correct the address."
                .formatted(kafka(), environment.getProperty(KAFKA));
    }

    private String mongo() {
        return names.of(MONGODB);
    }

    private String kafka() {
        return names.of(KAFKA);
    }

    /** Without the credentials. */
    private String hosts() {
        return String.join(",", new ConnectionString(environment.getRequiredProperty(MONGODB)).getHosts());
    }
}
