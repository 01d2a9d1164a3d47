package dev.parley.analytics.freshness;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A view with the time up to which it is complete.
 *
 * @param asOf every event published up to this time is counted; absent while this instance does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AsOf<T>(@Nullable Instant asOf, @JsonUnwrapped T view) {}
