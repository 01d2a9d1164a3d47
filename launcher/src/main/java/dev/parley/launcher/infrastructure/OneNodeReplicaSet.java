package dev.parley.launcher.infrastructure;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;

/** Makes the server on a loopback port the primary of a replica set of which it is the only member. */
public final class OneNodeReplicaSet {
    public static final String NAME = "parley";

    private static final int ALREADY_INITIALIZED = 23;

    private final int port;

    public OneNodeReplicaSet(int port) {
        this.port = port;
    }

    /** Also does whatever is still missing, so it is asked until it says yes. */
    public boolean isPrimary() {
        // the driver takes its time over a closed port
        if (!Ports.isOpen(port)) {
            return false;
        }
        try (var client = connect()) {
            var admin = client.getDatabase("admin");
            var hello = admin.runCommand(new Document("hello", 1));
            if (hello.getBoolean("isreplicaset", false)) {
                initiate(client, admin);
            }
            return hello.getBoolean("isWritablePrimary", false);
        } catch (MongoException _) {
            return false;
        }
    }

    private void initiate(MongoClient client, MongoDatabase admin) {
        var config = new Document("_id", NAME).append("members", List.of(member()));
        try {
            admin.runCommand(new Document("replSetInitiate", config));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != ALREADY_INITIALIZED) {
                throw e;
            }
            move(client, admin);
        }
    }

    // the set remembers the port of an earlier start
    private void move(MongoClient client, MongoDatabase admin) {
        var config = client.getDatabase("local")
                .withReadPreference(ReadPreference.nearest())
                .getCollection("system.replset")
                .find()
                .first();
        if (config != null) {
            config.append("members", List.of(member())).append("version", config.getInteger("version") + 1);
            admin.runCommand(new Document("replSetReconfig", config).append("force", true));
        }
    }

    private Document member() {
        return new Document("_id", 0).append("host", "127.0.0.1:" + port);
    }

    private MongoClient connect() {
        return MongoClients.create(
                "mongodb://127.0.0.1:%d/?directConnection=true&serverSelectionTimeoutMS=500&connectTimeoutMS=500&timeoutMS=3000"
                        .formatted(port));
    }
}
