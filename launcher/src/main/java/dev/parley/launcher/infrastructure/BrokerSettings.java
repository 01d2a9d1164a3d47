package dev.parley.launcher.infrastructure;

import java.util.Map;
import java.util.TreeMap;

/** The lone broker: both KRaft roles on loopback, nothing replicated, every append flushed. */
public final class BrokerSettings {
    private BrokerSettings() {}

    /** Reached at 127.0.0.1 and the given ports, wherever it listens: on that address, or on all of a container's. */
    public static Map<String, String> of(String data, String bindAddress, int port, int controllerPort) {
        var settings = new TreeMap<>(DURABILITY);
        settings.putAll(SMALL_AND_QUICK);
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "log.dirs",
                data,
                "listeners",
                "PLAINTEXT://%s:%d,CONTROLLER://127.0.0.1:%d".formatted(bindAddress, port, controllerPort),
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort));
        return settings;
    }

    private static final Map<String, String> DURABILITY = Map.of(
            "log.flush.interval.messages", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "auto.create.topics.enable", "false",
            "num.partitions", "12");

    private static final Map<String, String> SMALL_AND_QUICK = Map.of(
            // the dead broker's session must end before the restarted one is let in
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500",
            "group.initial.rebalance.delay.ms", "0",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.num.partitions", "4",
            "log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20),
            "controlled.shutdown.enable", "false");
}
