package dev.parley.platform.kafka;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are made.
 *
 * @param create whether a service creates missing topics when it starts
 * @param replication copies of each record; 3 beyond a lone local broker
 */
@Validated
@ConfigurationProperties("parley.topics")
public record KafkaTopicProperties(
        @DefaultValue("true") boolean create,
        @DefaultValue("3") @Min(1) short replication) {

    /** How many copies must exist before a record counts as written. */
    int minInSync() {
        return replication >= 3 ? 2 : 1;
    }
}
