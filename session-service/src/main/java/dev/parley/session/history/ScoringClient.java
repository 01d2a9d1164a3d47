package dev.parley.session.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.SessionId;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.session.history.PastInterview.PastDecision;
import dev.parley.session.history.PastInterview.PastScorecard;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/** Hands a past interview's scorecards and decision to scoring-service; ratings never travel in session events. */
@Component
class ScoringClient {

    private static final Logger LOG = LoggerFactory.getLogger(ScoringClient.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 413, 422);
    private static final String NOT_YET = "/problems/not-yet";

    private final RestClient http;
    private final JobTokens tokens;
    private final HistoryProperties properties;
    private final AtomicInteger next = new AtomicInteger();

    ScoringClient(@Qualifier("historyClient") RestClient http, JobTokens tokens, HistoryProperties properties) {
        this.http = http;
        this.tokens = tokens;
        this.properties = properties;
    }

    record ImportedEvaluation(
            SessionId sessionId,
            List<PastScorecard> scorecards,
            @Nullable PastDecision decision) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Refusal(
            @Nullable String type,
            @Nullable String detail,
            @Nullable List<FieldError> errors) {

        List<FieldError> faults() {
            return errors == null ? List.of(new FieldError("", "scoring-service: " + detail)) : errors;
        }
    }

    /**
     * Returns when scoring-service has it; repeats while it is away or has not heard of the session yet.
     *
     * @throws DomainException.Invalid when it refuses the content
     * @throws DomainException.Unavailable when patience is over
     */
    void bringIn(OrganizationId organization, ImportedEvaluation evaluation) {
        long end = System.nanoTime() + properties.patience().toNanos();
        while (!isTaken(organization, evaluation)) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new DomainException.Unavailable("scoring-service does not take imported scorecards.");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean isTaken(OrganizationId organization, ImportedEvaluation evaluation) {
        try {
            return http.post()
                    .uri(instance().resolve("/internal/v1/imported-evaluations"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .headers(headers -> headers.setBearerAuth(tokens.tokenFor(organization)))
                    .header("Idempotency-Key", evaluation.sessionId().value())
                    .body(evaluation)
                    .exchangeForRequiredValue((_, response) -> isTaken(organization, response));
        } catch (RestClientException e) {
            LOG.debug("scoring-service or the gateway is away: {}", e.toString());
            return false;
        }
    }

    private boolean isTaken(OrganizationId organization, ConvertibleClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        Refusal refusal = REFUSALS.contains(status) ? response.bodyTo(Refusal.class) : null;
        if (refusal != null && !NOT_YET.equals(refusal.type())) {
            throw new DomainException.Invalid(refusal.faults());
        }
        if (status == 401) {
            tokens.forget(organization);
        }
        return response.getStatusCode().is2xxSuccessful();
    }

    private URI instance() {
        List<URI> instances = properties.scoringUris();
        return instances.get(Math.floorMod(next.getAndIncrement(), instances.size()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Http {

        @Bean
        RestClient historyClient(RestClient.Builder builder, HistoryProperties properties) {
            HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
            var factory = new JdkClientHttpRequestFactory(client);
            factory.setReadTimeout(properties.answerTimeout());
            return builder.requestFactory(factory).build();
        }
    }
}
