package dev.parley.gateway.redis;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a request waits for Redis.
 *
 * @param patience with one command; connecting has its own, longer one, because no request waits for it
 */
@Validated
@ConfigurationProperties("parley.redis")
record RedisProperties(@DefaultValue("50ms") @NotNull Duration patience) {}
