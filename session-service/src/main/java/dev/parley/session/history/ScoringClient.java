package dev.parley.session.history;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.SessionId;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.session.history.PastInterview.PastDecision;
import dev.parley.session.history.PastInterview.PastScorecard;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Hands a past interview's scorecards and decision to scoring-service; ratings never travel in session events. */
@Component
class ScoringClient {

    private static final int ATTEMPTS = 60;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final RestClient http;
    private final HistoryProperties properties;
    private final AtomicInteger next = new AtomicInteger();

    ScoringClient(RestClient.Builder builder, HistoryProperties properties) {
        var factory = new JdkClientHttpRequestFactory();
        factory.setReadTimeout(Duration.ofSeconds(20));
        this.http = builder.requestFactory(factory).build();
        this.properties = properties;
    }

    record ImportedEvaluation(
            SessionId sessionId,
            List<PastScorecard> scorecards,
            @Nullable PastDecision decision) {}

    private record TokenRequest(String service, OrganizationId organizationId, List<String> scopes) {}

    private record TokenAnswer(String token, String expiresAt) {}

    private record ProblemAnswer(
            @Nullable String detail, @Nullable List<FieldError> errors) {}

    /**
     * Returns when scoring-service has it; repeats while it is away or has not heard of the session yet.
     *
     * @throws DomainException.Invalid when it refuses the content
     */
    void bringIn(OrganizationId organization, ImportedEvaluation evaluation) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (isTaken(organization, evaluation)) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new DomainException.Unavailable("scoring-service does not take the imported scorecards.");
    }

    private boolean isTaken(OrganizationId organization, ImportedEvaluation evaluation) {
        try {
            return Boolean.TRUE.equals(http.post()
                    .uri(scoring().resolve("/internal/v1/imported-evaluations"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Authorization", "Bearer " + token(organization))
                    .header("Idempotency-Key", evaluation.sessionId().value())
                    .body(evaluation)
                    .exchange((_, response) -> {
                        HttpStatusCode status = response.getStatusCode();
                        if (status.value() == 400 || status.value() == 422) {
                            throw refusal(response.bodyTo(ProblemAnswer.class));
                        }
                        return status.is2xxSuccessful();
                    }));
        } catch (RestClientException e) {
            return false;
        }
    }

    private URI scoring() {
        List<URI> instances = properties.scoringUris();
        return instances.get(Math.floorMod(next.getAndIncrement(), instances.size()));
    }

    private String token(OrganizationId organization) {
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
        return answer.token();
    }

    private static DomainException refusal(@Nullable ProblemAnswer problem) {
        List<FieldError> errors = problem == null ? null : problem.errors();
        return errors == null
                ? new DomainException.Invalid("", "scoring-service refused the scorecards")
                : new DomainException.Invalid(errors);
    }
}
