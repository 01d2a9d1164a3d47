package dev.parley.platform.config;

import com.mongodb.ConnectionString;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.core.env.Environment;

/** Refuses addresses that cannot be any, before somebody fails to connect to them. They are not quoted: they hold passwords. */
final class EngineAddresses {

    private static final Set<String> REDIS = Set.of("redis", "rediss");

    private EngineAddresses() {}

    static void check(Environment environment) {
        check(environment, "spring.mongodb.uri", EngineAddresses::isMongo, "mongodb://host:27017/?replicaSet=name");
        check(environment, "spring.data.redis.url", EngineAddresses::isRedis, "redis://host:6379");
    }

    private static void check(Environment environment, String property, Predicate<String> isOne, String example) {
        String address = environment.getProperty(property);
        if (address != null && !isOne.test(address)) {
            String setting = new SettingNames(environment).of(property);
            throw new SettingException(setting, "is malformed: it must look like %s.".formatted(example));
        }
    }

    private static boolean isMongo(String address) {
        try {
            return !new ConnectionString(address).getHosts().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isRedis(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null && REDIS.contains(String.valueOf(uri.getScheme()));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
