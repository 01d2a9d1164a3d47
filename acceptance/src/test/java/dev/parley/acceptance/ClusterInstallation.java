package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.play.Interview.Outcome;
import dev.parley.launcher.play.Smoke;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code k8s/overlays/local} on a cluster: brought there, entered, and asked whether it lost anything. */
final class ClusterInstallation {
    static final List<String> SERVICES =
            List.of("gateway", "question-service", "session-service", "scoring-service", "analytics-service");

    private final Cluster cluster = new Cluster("parley-local");

    Cluster cluster() {
        return cluster;
    }

    /** As docs/kubernetes.md says: a Job cannot be changed, so those of an earlier time go first. */
    void apply(String manifests) {
        cluster.kubectl("delete", "job", "--all").orThrow();
        cluster.apply(manifests).orThrow();
    }

    void awaitReady() {
        cluster.kubectl("wait", "--for=condition=complete", "job/make-secrets", "job/kafka-setup", "--timeout=600s")
                .orThrow();
        SERVICES.forEach(cluster::awaitRollout);
    }

    /** A port of the node beside the Service, since a forwarded port ends with its pod. */
    URI wayIn() {
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

    /** Plays the smoke test and gives its key; on an installation that is set up already, the key of an earlier run. */
    String smoke() {
        List<String> said = new ArrayList<>();
        String kept = cluster.kubectl("get", "configmap", "acceptance", "-o", "jsonpath={.data.key}")
                .text();
        if (kept.startsWith("pk_")) {
            new Smoke(wayIn(), Map.of("PARLEY_API_KEY", kept), said::add, _ -> {}).run();
            return kept;
        }
        String token = cluster.secret("parley-setup", "token");
        new Smoke(wayIn(), Map.of("PARLEY_SETUP_TOKEN", token), said::add, _ -> {}).run();
        String made = ApiKeyLine.in(said);
        cluster.kubectl("create", "configmap", "acceptance", "--from-literal=key=" + made)
                .orThrow();
        return made;
    }

    /** Every interview that was played is on the topics of both its services and on the board. */
    String assertNothingIsLost(Load load) {
        Set<String> played = load.played().stream().map(Outcome::sessionId).collect(Collectors.toSet());
        var topic = new ClusterTopic(cluster);

        assertThat(topic.keys("session-events", "session.decided.v1")).containsAll(played);
        assertThat(topic.keys("scoring-events", "decision.recorded.v1")).containsAll(played);
        await().atMost(Duration.ofSeconds(90)).until(() -> load.onTheBoard() == played.size());
        return "%d interviews acknowledged, all on the topics and on the board".formatted(played.size());
    }
}
