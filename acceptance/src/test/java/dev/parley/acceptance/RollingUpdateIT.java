package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.Interview.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** From the previous release to this one, with its own manifests, while interviews are played; then the migrations. */
@EnabledIfSystemProperty(
        named = "parley.previous",
        matches = ".+",
        disabledReason = "needs a cluster with the images of two releases: see ./parley verify in docs/kubernetes.md")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollingUpdateIT {
    private static final String OLD = "previous";
    private static final String PODS = "jsonpath={range .items[*]}{.metadata.labels.app\\.kubernetes\\.io/name} "
            + "{.spec.containers[0].image} {.status.containerStatuses[0].ready}{\"\\n\"}{end}";

    private final ClusterInstallation installation = new ClusterInstallation();
    private final Cluster cluster = installation.cluster();
    private final Set<String> sideBySide = new TreeSet<>();
    private final List<String> said = new ArrayList<>();
    private String key;

    @BeforeAll
    void installThePreviousRelease() throws IOException {
        Path previous = Path.of(System.getProperty("parley.previous"));
        cluster.kubectl("delete", "namespace", cluster.namespace(), "--ignore-not-found")
                .orThrow();
        installation.apply(cluster.kubectl(
                        "kustomize", previous.resolve("k8s/overlays/local").toString())
                .orThrow()
                .replace(":" + version(previous), ":" + OLD));
        installation.awaitReady();
        key = installation.smoke();
    }

    @AfterAll
    void report() {
        said.forEach(System.out::println);
    }

    @Test
    void oldAndNewServeSideBySideAndNothingFailsAndNothingIsLost() {
        try (var witness = new Witness(installation.wayIn())) {
            Load load = new Load(ParleyClient.anonymous(witness.address()), key);
            try (load) {
                load.start(2);
                load.play(step -> {
                    if (step == Step.STARTED) {
                        update();
                        said.add("%d interviews and %d requests until the last old pod was gone, %d failed"
                                .formatted(
                                        load.played().size(),
                                        witness.requests(),
                                        witness.failures().size()));
                    }
                });
                assertThat(cluster.migrate().orThrow()).contains("session-service has migrated.");
            }
            assertThat(load.broken()).isEmpty();
            assertThat(witness.failures()).isEmpty();
            said.add("%d requests in all, %d failed; both releases ready at once: %s"
                    .formatted(witness.requests(), witness.failures().size(), sideBySide));
            said.add(installation.assertNothingIsLost(load));
        }
        assertThat(sideBySide).containsExactlyInAnyOrderElementsOf(ClusterInstallation.SERVICES);
    }

    /** Goes on when no pod of the previous release is left. */
    private void update() {
        installation.apply(cluster.kubectl("kustomize", "k8s/overlays/local").orThrow());
        await().atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    List<Pod> pods = pods();
                    sideBySide.addAll(inBothReleases(pods));
                    return pods.stream().noneMatch(Pod::isOld);
                });
        installation.awaitReady();
    }

    private record Pod(String service, String image, boolean isReady) {

        boolean isOld() {
            return image.endsWith(":" + OLD);
        }
    }

    private List<Pod> pods() {
        return cluster.kubectl("get", "pods", "--field-selector=status.phase=Running", "-o", PODS)
                .orThrow()
                .lines()
                .map(line -> line.split(" "))
                .map(word -> new Pod(word[0], word[1], word.length > 2 && word[2].equals("true")))
                .filter(pod -> ClusterInstallation.SERVICES.contains(pod.service()))
                .toList();
    }

    private static Set<String> inBothReleases(List<Pod> pods) {
        return pods.stream()
                .filter(Pod::isReady)
                .collect(Collectors.groupingBy(Pod::service, Collectors.mapping(Pod::isOld, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(service -> service.getValue().size() == 2)
                .map(service -> service.getKey())
                .collect(Collectors.toSet());
    }

    private static String version(Path checkout) throws IOException {
        return Files.readAllLines(checkout.resolve(".env")).stream()
                .filter(line -> line.startsWith("PARLEY_VERSION="))
                .findFirst()
                .orElseThrow()
                .substring("PARLEY_VERSION=".length());
    }
}
