package dev.parley.scoring.evaluations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How evaluations are read.
 *
 * @param patience how long a request waits for an event that is on its way
 */
@ConfigurationProperties("parley.evaluations")
public record EvaluationProperties(@DefaultValue("3s") Duration patience) {}
