package dev.parley.platform.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class EngineAddressesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://a:27017,b:27017/?replicaSet=parley",
                "mongodb://me:p%40ss@a/?tls=true",
                "mongodb+srv://cluster.example.org"
            })
    void addressesOfMongo(String address) {
        assertThatCode(() -> check("spring.mongodb.uri", "PARLEY_MONGODB_URI", address))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:27017", "http://a:27017", "mongodb://", "mongodb://me:hunter2@@a"})
    void noAddressOfMongo(String address) {
        assertThatThrownBy(() -> check("spring.mongodb.uri", "PARLEY_MONGODB_URI", address))
                .hasMessage(
                        "PARLEY_MONGODB_URI is malformed: it must look like mongodb://host:27017/?replicaSet=name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://127.0.0.1:6379", "rediss://:secret@redis.example.org:6380/1"})
    void addressesOfRedis(String address) {
        assertThatCode(() -> check("spring.data.redis.url", "PARLEY_REDIS_URI", address))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:6379", "http://redis:6379", "redis://", "redis://a b"})
    void noAddressOfRedis(String address) {
        assertThatThrownBy(() -> check("spring.data.redis.url", "PARLEY_REDIS_URI", address))
                .hasMessage("PARLEY_REDIS_URI is malformed: it must look like redis://host:6379.");
    }

    @Test
    void aServiceWithoutAnEngineNeedsNoAddress() {
        assertThatCode(() -> EngineAddresses.check(new StandardEnvironment())).doesNotThrowAnyException();
    }

    private static void check(String property, String variable, String address) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of(property, "${" + variable + "}", variable, address)));
        EngineAddresses.check(environment);
    }
}
