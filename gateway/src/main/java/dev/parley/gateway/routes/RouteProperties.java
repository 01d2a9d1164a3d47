package dev.parley.gateway.routes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which service gets what.
 *
 * @param connectTimeout to reach an instance
 * @param answerTimeout until the whole answer is there; longer than a token lives, with which streams end
 * @param patience for how long a request that may be repeated waits for a service that is not there
 * @param services by short name
 */
@Validated
@ConfigurationProperties("parley.routes")
record RouteProperties(
        @DefaultValue("1s") @NotNull Duration connectTimeout,
        @DefaultValue("150s") @NotNull Duration answerTimeout,
        @DefaultValue("20s") @NotNull Duration patience,
        @NotEmpty Map<String, @Valid Service> services) {

    /**
     * One service.
     *
     * @param uris base addresses of its instances
     * @param paths what it serves, with everything below
     */
    record Service(@NotEmpty List<URI> uris, @NotEmpty List<String> paths) {}
}
