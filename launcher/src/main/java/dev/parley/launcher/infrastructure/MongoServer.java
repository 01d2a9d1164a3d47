package dev.parley.launcher.infrastructure;

import dev.parley.launcher.process.ProcessSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** MongoDB's own server as a replica set of one, since transactions and change streams need one. */
final class MongoServer {
    private MongoServer() {}

    static ProcessSpec spec(DataDirectory data, Path mongod, int port) {
        var replicaSet = new OneNodeReplicaSet(port);
        return new ProcessSpec(
                "mongod",
                Rank.MONGODB,
                port,
                List.of(
                        mongod.toString(),
                        "--dbpath",
                        data.mongo().toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind_ip",
                        "127.0.0.1",
                        "--nounixsocket",
                        "--replSet",
                        OneNodeReplicaSet.NAME,
                        "--wiredTigerCacheSizeGB",
                        "0.25",
                        "--oplogSize",
                        "128",
                        // a lone node has nobody to hand its clients to
                        "--setParameter",
                        "shutdownTimeoutMillisForSignaledShutdown=100",
                        "--setParameter",
                        "diagnosticDataCollectionEnabled=false"),
                data.root(),
                Map.of(),
                data.log("mongod"),
                _ -> replicaSet.isPrimary(),
                Duration.ofSeconds(60),
                data.afresh(data.mongo()));
    }
}
