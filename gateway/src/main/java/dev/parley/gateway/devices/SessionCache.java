package dev.parley.gateway.devices;

import dev.parley.gateway.redis.BoundedRedis;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sessions in Redis: a copy that may be lost, and that a revocation beats. */
@Component
class SessionCache {

    private static final String KEY = "identity/sign-in/";

    private final BoundedRedis redis;
    private final JsonMapper json;
    private final SignInProperties properties;

    SessionCache(BoundedRedis redis, JsonMapper json, SignInProperties properties) {
        this.redis = redis;
        this.json = json;
        this.properties = properties;
    }

    Optional<SignInSession> find(String id) {
        return redis.ask(one -> one.opsForValue().get(KEY + id)).flatMap(this::read);
    }

    void put(SignInSession session) {
        redis.ask(one -> {
            one.opsForValue().set(KEY + session.id(), json.writeValueAsString(session), properties.cached());
            return true;
        });
    }

    void remove(String id) {
        redis.ask(one -> one.delete(KEY + id));
    }

    /** What an older or newer version wrote is as good as nothing. */
    private Optional<SignInSession> read(String text) {
        try {
            return Optional.of(json.readValue(text, SignInSession.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
