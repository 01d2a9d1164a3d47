package dev.parley.chaos;

import dev.parley.launcher.infrastructure.DataDirectory;
import dev.parley.launcher.infrastructure.Ports;
import dev.parley.launcher.services.Instance;
import dev.parley.launcher.services.JarStore;
import dev.parley.launcher.services.Platform;
import dev.parley.launcher.services.PortPlan;
import dev.parley.launcher.services.Secrets;
import dev.parley.launcher.services.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A platform of the run's own, with two instances of the services that race. */
final class Arena implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of(
            // short enough for a consumer to be thrown out while it is frozen
            "SPRING_KAFKA_CONSUMER_PROPERTIES_MAX_POLL_INTERVAL_MS",
            "15000",
            // the load comes from few callers
            "PARLEY_LIMITS_PRINCIPAL_QUOTA",
            "100000",
            "PARLEY_LIMITS_ADDRESS_QUOTA",
            "100000");

    private final Place place;
    private final PortPlan plan = PortPlan.of(new Ports(), 0, Map.of(Service.SESSION, 2, Service.SCORING, 2));
    private final DataDirectory data;
    private final Platform platform;
    private final Secrets secrets;

    Arena(Place place, PrintStream report) {
        this.place = place;
        this.data = new DataDirectory(place.data()).prepare();
        this.secrets = Secrets.loadOrCreate(data.secrets());
        this.platform = new Platform(data, plan, SETTINGS, sentence -> report.println("  " + sentence));
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
    }

    void start() {
        var jars = new JarStore(place.home(), place.home().resolve("chaos/target/aot"));
        platform.start(jars, secrets, Map.of(), _ -> {});
    }

    Processes processes() {
        return new Processes(platform.supervisor(), place.agent());
    }

    URI gateway() {
        return plan.gateway().uri();
    }

    String kafka() {
        return "127.0.0.1:" + plan.infrastructure().kafka();
    }

    String setupToken() {
        return secrets.setupToken();
    }

    /** The services that a mutation can be put into. */
    List<String> mutable() {
        return List.of("session-1", "session-2", "scoring-1", "scoring-2");
    }

    /** Tells the checker where everything is. */
    void describe(List<Ground> grounds) throws IOException {
        List<Map<String, String>> instances = plan.instances().stream()
                .map((Instance instance) ->
                        Map.of("name", instance.name(), "uri", instance.uri().toString()))
                .toList();
        Map<String, Object> description = Map.of(
                "gateway", gateway().toString(),
                "kafka", kafka(),
                "organizations",
                        grounds.stream()
                                .map(ground -> organization(ground, grounds))
                                .toList(),
                "instances", instances);
        Files.writeString(place.platform(), JsonMapper.shared().writeValueAsString(description));
    }

    private static Map<String, Object> organization(Ground ground, List<Ground> all) {
        List<Map<String, String>> strangers = new ArrayList<>();
        strangers.add(Map.of("key", ""));
        strangers.add(Map.of("key", ground.narrowKey()));
        all.stream().filter(other -> !other.equals(ground)).forEach(other -> {
            strangers.add(Map.of("key", other.key(), "organization", ground.organization()));
            strangers.add(Map.of("key", ground.key(), "organization", other.organization()));
        });
        return Map.of("id", ground.organization(), "key", ground.key(), "strangers", strangers);
    }

    @Override
    public void close() {
        platform.close();
    }
}
