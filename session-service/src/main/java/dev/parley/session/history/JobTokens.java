package dev.parley.session.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.contracts.id.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Tokens with which the import acts for an organization, from the gateway; used until shortly before they end. */
@Component
class JobTokens {

    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final RestClient http;
    private final HistoryProperties properties;
    private final Clock clock;
    private final Map<OrganizationId, TokenAnswer> tokens = new ConcurrentHashMap<>();

    JobTokens(@Qualifier("historyClient") RestClient http, HistoryProperties properties, Clock clock) {
        this.http = http;
        this.properties = properties;
        this.clock = clock;
    }

    private record TokenRequest(String service, OrganizationId organizationId, List<String> scopes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record TokenAnswer(String token, Instant expiresAt) {}

    /**
     * A token that is good for some seconds at least.
     *
     * @throws RestClientException when the gateway gives none
     */
    String tokenFor(OrganizationId organization) {
        Instant needed = clock.instant().plus(MARGIN);
        return tokens.compute(
                        organization,
                        (_, known) -> known != null && known.expiresAt.isAfter(needed) ? known : fetch(organization))
                .token();
    }

    /** The one in use was refused. */
    void forget(OrganizationId organization) {
        tokens.remove(organization);
    }

    private TokenAnswer fetch(OrganizationId organization) {
        TokenAnswer answer = http.post()
                .uri(properties.gatewayUri().resolve("/internal/v1/tokens"))
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Parley-Service-Secret", properties.serviceSecret())
                .body(new TokenRequest("session-service", organization, List.of("evaluations:import")))
                .retrieve()
                .body(TokenAnswer.class);
        if (answer == null) {
            throw new RestClientException("the gateway gave no token");
        }
        return answer;
    }
}
