package dev.parley.acceptance;

import java.util.Set;
import java.util.stream.Collectors;

/** Reads topics inside the broker's pod, where the broker knows its own. */
record ClusterTopic(Cluster cluster) {

    /** The keys of all records of a type. */
    Set<String> keys(String topic, String type) {
        String read = cluster.kubectl(
                        "exec",
                        "kafka-0",
                        "--",
                        "/opt/kafka/bin/kafka-console-consumer.sh",
                        "--bootstrap-server",
                        "localhost:9094",
                        "--topic",
                        topic,
                        "--from-beginning",
                        "--timeout-ms",
                        "10000",
                        "--formatter-property",
                        "print.headers=true",
                        "--formatter-property",
                        "print.key=true",
                        "--formatter-property",
                        "print.value=false")
                .text();
        return read.lines()
                .map(line -> line.split("\t"))
                .filter(fields -> fields.length >= 2 && fields[0].contains("ce_type:" + type))
                .map(fields -> fields[1])
                .collect(Collectors.toSet());
    }
}
