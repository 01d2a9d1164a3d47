package dev.parley.gateway.setup;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may set up an empty installation. Without token and file, nobody.
 *
 * @param token the one-time token itself
 * @param tokenFile a file that holds it, as secrets are mounted in containers
 * @param claim for how long one attempt keeps others away
 */
@Validated
@ConfigurationProperties("parley.setup")
record SetupProperties(
        @Nullable String token,
        @Nullable Path tokenFile,
        @DefaultValue("15s") Duration claim) {}
