package dev.parley.checker;

import dev.parley.checker.Event.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run left in its directory: {@code platform.json} says where everything is, {@code commands.jsonl} is the
 * client's log, {@code poison.jsonl} says which records were put on the topics to be set aside.
 *
 * @param organizations all that the installation has
 * @param instances name and address of every process of a service
 */
record Run(
        URI gateway,
        String kafka,
        List<Organization> organizations,
        Map<String, URI> instances,
        List<Command> commands,
        Set<Place> poison) {

    /**
     * One tenant.
     *
     * @param key an API key that may read everything of it
     * @param strangers who must see nothing of it
     */
    record Organization(String id, String key, List<Stranger> strangers) {}

    /**
     * Somebody who must see nothing.
     *
     * @param organization the one they claim; empty for none
     */
    record Stranger(String key, String organization) {}

    static Run in(Path directory) throws IOException {
        JsonNode platform = JsonMapper.shared().readTree(Files.readString(directory.resolve("platform.json")));
        try (var commands = Files.lines(directory.resolve("commands.jsonl"))) {
            return new Run(
                    URI.create(platform.path("gateway").asString()),
                    platform.path("kafka").asString(),
                    organizations(platform.path("organizations")),
                    instances(platform.path("instances")),
                    ClientLog.read(commands),
                    poison(directory.resolve("poison.jsonl")));
        }
    }

    private static List<Stranger> strangers(JsonNode nodes) {
        List<Stranger> strangers = new ArrayList<>();
        for (JsonNode node : nodes) {
            strangers.add(new Stranger(
                    node.path("key").asString(""), node.path("organization").asString("")));
        }
        return strangers;
    }

    private static List<Organization> organizations(JsonNode nodes) {
        List<Organization> organizations = new ArrayList<>();
        for (JsonNode node : nodes) {
            organizations.add(new Organization(
                    node.path("id").asString(), node.path("key").asString(), strangers(node.path("strangers"))));
        }
        return organizations;
    }

    private static Map<String, URI> instances(JsonNode nodes) {
        Map<String, URI> instances = new HashMap<>();
        nodes.forEach(node -> instances.put(
                node.path("name").asString(), URI.create(node.path("uri").asString())));
        return instances;
    }

    private static Set<Place> poison(Path file) throws IOException {
        Set<Place> places = new HashSet<>();
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            lines.map(line -> JsonMapper.shared().readTree(line))
                    .forEach(line -> places.add(new Place(
                            line.path("topic").asString(),
                            line.path("partition").asInt(),
                            line.path("offset").asLong())));
        }
        return places;
    }
}
