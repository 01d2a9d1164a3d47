package dev.parley.question.revisions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.contracts.id.OrganizationId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published revisions, rendered: in memory, behind that in Redis, behind that from the database, loaded once per key.
 * Only what can never change is here; which revision is the current one is always asked of the database.
 */
@Component
public class RevisionCache {

    /** Part of every key: a release that renders differently does not take what an older one left in Redis. */
    private static final String RENDERING = "1";

    private static final long MEMORY_BYTES = 64L * 1024 * 1024;

    private final Cache<String, Rendered> memory = Caffeine.newBuilder()
            .maximumWeight(MEMORY_BYTES)
            .weigher((String key, Rendered text) -> key.length() + text.json().length)
            .recordStats()
            .build();

    private final RedisTier redis;
    private final JsonMapper json;

    RevisionCache(RedisTier redis, JsonMapper json, MeterRegistry meters) {
        this.redis = redis;
        this.json = json;
        CaffeineCacheMetrics.monitor(meters, memory, "revisions");
    }

    /** The rendered text; an exception of the loader passes through and nothing is cached. */
    public Rendered get(OrganizationId organization, String kind, String id, int revision, Supplier<?> load) {
        String key = String.join(
                ":", "parley", "revision", RENDERING, organization.value(), kind, id, Integer.toString(revision));
        return memory.get(key, _ -> Rendered.of(redis.get(key).orElseGet(() -> render(key, load))));
    }

    private String render(String key, Supplier<?> load) {
        String text = json.writeValueAsString(load.get());
        redis.put(key, text);
        return text;
    }
}
