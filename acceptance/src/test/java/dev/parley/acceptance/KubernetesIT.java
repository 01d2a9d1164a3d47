package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.Interview.Step;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final ClusterInstallation installation = new ClusterInstallation();
    private final Cluster cluster = installation.cluster();
    private final List<String> said = new ArrayList<>();
    private URI gateway;
    private String key;

    @BeforeAll
    void install() {
        installation.apply(cluster.kubectl("kustomize", "k8s/overlays/local").orThrow());
        installation.awaitReady();
        gateway = installation.wayIn();
        key = installation.smoke();
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
        for (String service : ClusterInstallation.SERVICES) {
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
        assertThat(new Intruders(cluster).refused()).containsExactlyInAnyOrderElementsOf(ClusterInstallation.SERVICES);
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
            said.add(installation.assertNothingIsLost(load));
        }
    }

    @Test
    @Order(7)
    void aPodOfEachServiceDeletedInMidInterviewCostsNothing() {
        Load load = new Load(ParleyClient.anonymous(gateway), key);
        for (String service : ClusterInstallation.SERVICES) {
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
        said.add(installation.assertNothingIsLost(load));
    }
}
