package dev.parley.acceptance;

import java.util.List;

/** Each service's own user, trying to write a topic of another. */
record Intruders(Cluster cluster) {
    private static final String POD = "intruders";

    /** The users to whom the broker said no. */
    List<String> refused() {
        cluster.kubectl("delete", "pod", POD, "--ignore-not-found").orThrow();
        cluster.apply(manifest()).orThrow();
        cluster.kubectl("wait", "--for=jsonpath={.status.phase}=Succeeded", "pod/" + POD, "--timeout=240s")
                .orThrow();
        return cluster.kubectl("logs", POD)
                .orThrow()
                .lines()
                .filter(line -> line.endsWith(": refused"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private static String manifest() {
        return """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: intruders
                  # the label that is let through to the broker
                  labels: {app.kubernetes.io/name: kafka-setup}
                spec:
                  restartPolicy: Never
                  automountServiceAccountToken: false
                  securityContext: {runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000, seccompProfile: {type: RuntimeDefault}}
                  volumes:
                    - {name: users, secret: {secretName: parley-kafka, defaultMode: 288}}
                    - {name: tmp, emptyDir: {}}
                  containers:
                    - name: intruders
                      image: apache/kafka:4.2.1
                      imagePullPolicy: IfNotPresent
                      volumeMounts: [{name: users, mountPath: /users}, {name: tmp, mountPath: /tmp}]
                      securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
                      command:
                        - bash
                        - -c
                        - |
                          export LOG_DIR=/tmp/logs
                          sleep 3
                          intrude() {
                            printf 'security.protocol=SASL_PLAINTEXT\\nsasl.mechanism=SCRAM-SHA-512\\nsasl.jaas.config=%s\\n' \\
                              "$(cat "/users/$1")" >/tmp/client.properties
                            said=$(echo intruder | timeout 60 /opt/kafka/bin/kafka-console-producer.sh --bootstrap-server kafka:9092 \\
                              --command-config /tmp/client.properties --topic "$2" 2>&1)
                            case $said in
                              *TopicAuthorizationException*) echo "$1 on $2: refused" ;;
                              *) echo "$1 on $2: let in $said" ;;
                            esac
                          }
                          intrude gateway question-events
                          intrude question-service identity-events
                          intrude session-service scoring-events
                          intrude scoring-service session-events
                          intrude analytics-service session-events
                """;
    }
}
