package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.Interview.Outcome;
import dev.parley.launcher.play.Interview.Step;
import dev.parley.launcher.play.Smoke;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code k8s/overlays/local} on a cluster that has the images: installed, played, restarted under load, robbed of pods. */
@EnabledIfSystemProperty(
        named = "parley.cluster",
        matches = "true",
        disabledReason = "needs a cluster with the images: ./parley verify runs it where PARLEY_KUBECTL leads to one")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KubernetesIT {
    private static final List<String> SERVICES =
            List.of("gateway", "question-service", "session-service", "scoring-service", "analytics-service");
    private static final String KEY = "api key: ";

    private final Cluster cluster = new Cluster("parley-local");
    private final List<String> said = new ArrayList<>();
    private URI gateway;
    private String key;

    @BeforeAll
    void install() {
        // a Job cannot be changed
        cluster.kubectl("delete", "job", "--all").orThrow();
        cluster.kubectl("apply", "-k", "k8s/overlays/local").orThrow();
        cluster.kubectl("wait", "--for=condition=complete", "job/make-secrets", "job/kafka-setup", "--timeout=600s")
                .orThrow();
        SERVICES.forEach(cluster::awaitRollout);
        gateway = wayIn();
        key = found();
    }

    @AfterAll
    void report() {
        said.forEach(System.out::println);
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({"local,parley-local", "production,parley"})
    void theServerAcceptsEveryOverlayStrictly(String overlay, String namespace) {
        new Cluster("default").kubectl("create", "namespace", namespace);

        assertThat(new Cluster(namespace)
                        .kubectl("apply", "--dry-run=server", "--validate=strict", "-k", "k8s/overlays/" + overlay)
                        .orThrow())
                .doesNotContain("would violate");
    }

    @Test
    @Order(2)
    void gatewayAndSessionServiceAreTwo() {
        assertThat(cluster.pods("gateway")).hasSize(2);
        assertThat(cluster.pods("session-service")).hasSize(2);
    }

    @Test
    @Order(3)
    void nobodyIsRootOrCanChangeTheProgramOrAskTheCluster() {
        for (String service : SERVICES) {
            String pod = cluster.pods(service).getFirst();
            assertThat(cluster.kubectl("exec", pod, "-c", "service", "--", "id", "-u")
                            .orThrow())
                    .endsWith("10001");
            assertThat(cluster.kubectl("exec", pod, "-c", "service", "--", "touch", "/app/x")
                            .text())
                    .containsAnyOf("Read-only file system", "Permission denied");
            assertThat(cluster.kubectl("exec", pod, "-c", "service", "--", "ls", "/var/run/secrets/kubernetes.io")
                            .exit())
                    .isNotZero();
        }
    }

    @Test
    @Order(4)
    void onlyItsOwnerWritesATopic() {
        assertThat(new Intruders(cluster).refused()).containsExactlyInAnyOrderElementsOf(SERVICES);
    }

    @Test
    @Order(5)
    void nobodyIsReachedButAlongTheArrows() {
        var doors = new Doors(cluster);

        assertThat(doors.isOpen("gateway", "scoring-service/8080")).isTrue();
        assertThat(doors.isOpen("scoring-service", "gateway/80")).isTrue();
        assertThat(doors.isOpen("session-service", "scoring-service/8080")).isTrue();
        assertThat(doors.isOpen("question-service", "redis/6379")).isTrue();
        assertThat(doors.isOpen("scoring-service", "session-service/8080")).isFalse();
        assertThat(doors.isOpen("question-service", "scoring-service/8080")).isFalse();
        assertThat(doors.isOpen("scoring-service", "redis/6379")).isFalse();
        assertThat(doors.isOpen("scoring-service", doors.address("gateway") + "/8081"))
                .isFalse();
    }

    /** A rolling restart of each deployment while interviews are played, and every one of them finished and counted. */
    @ParameterizedTest
    @Order(6)
    @ValueSource(strings = {"gateway,question-service,session-service,scoring-service,analytics-service"})
    void aRollingRestartFailsNoRequestAndLosesNoEvent(String services) {
        try (var witness = new Witness(gateway)) {
            Load load = new Load(ParleyClient.anonymous(witness.address()), key);
            try (load) {
                load.start(2);
                for (String service : services.split(",")) {
                    Instant begin = Instant.now();
                    cluster.restart(service);
                    said.add("%s: replaced in %d s; %d interviews, %d requests, %d failed"
                            .formatted(
                                    service,
                                    Duration.between(begin, Instant.now()).toSeconds(),
                                    load.played().size(),
                                    witness.requests(),
                                    witness.failures().size()));
                }
            }
            assertThat(load.broken()).isEmpty();
            assertThat(witness.failures()).isEmpty();
            assertNothingIsLost(load);
        }
    }

    @Test
    @Order(7)
    void aPodOfEachServiceDeletedInMidInterviewCostsNothing() {
        Load load = new Load(ParleyClient.anonymous(gateway), key);
        for (String service : SERVICES) {
            load.play(step -> {
                if (step == Step.STARTED) {
                    cluster.kubectl(
                                    "delete",
                                    "--wait=false",
                                    cluster.pods(service).getFirst())
                            .orThrow();
                }
            });
            cluster.awaitRollout(service);
            said.add(service + ": a pod deleted after the start, the interview decided");
        }
        assertNothingIsLost(load);
    }

    private void assertNothingIsLost(Load load) {
        Set<String> played = load.played().stream().map(Outcome::sessionId).collect(Collectors.toSet());
        var topic = new ClusterTopic(cluster);

        assertThat(topic.keys("session-events", "session.decided.v1")).containsAll(played);
        assertThat(topic.keys("scoring-events", "decision.recorded.v1")).containsAll(played);
        await().atMost(Duration.ofSeconds(90)).until(() -> load.onTheBoard() == played.size());
        said.add("%d interviews acknowledged, all on the topics and on the board".formatted(played.size()));
    }

    /** A port of the node beside the Service, since a forwarded port ends with its pod. */
    private URI wayIn() {
        cluster.apply("""
                apiVersion: v1
                kind: Service
                metadata: {name: gateway-from-the-node}
                spec:
                  type: NodePort
                  selector: {app.kubernetes.io/name: gateway}
                  ports: [{port: 80, targetPort: http}]
                """).orThrow();
        String port = cluster.kubectl(
                        "get", "service", "gateway-from-the-node", "-o", "jsonpath={.spec.ports[0].nodePort}")
                .orThrow();
        return URI.create("http://127.0.0.1:" + port);
    }

    /** On an installation that is set up already, the key of an earlier run. */
    private String found() {
        String kept = cluster.kubectl("get", "configmap", "acceptance", "-o", "jsonpath={.data.key}")
                .text();
        if (kept.startsWith("pk_")) {
            new Smoke(gateway, Map.of("PARLEY_API_KEY", kept), said::add, _ -> {}).run();
            return kept;
        }
        String token = cluster.secret("parley-setup", "token");
        new Smoke(gateway, Map.of("PARLEY_SETUP_TOKEN", token), said::add, _ -> {}).run();
        String made = said.stream()
                .filter(line -> line.startsWith(KEY))
                .findFirst()
                .orElseThrow()
                .substring(KEY.length());
        cluster.kubectl("create", "configmap", "acceptance", "--from-literal=key=" + made)
                .orThrow();
        return made;
    }
}
