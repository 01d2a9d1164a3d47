package dev.parley.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads topics with kcat, which shares no code with the platform. */
record Kcat(String bootstrap) {

    /** One record as kcat printed it. */
    record Event(String topic, int partition, long offset, String key, Map<String, String> headers, String payload) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        long sequence() {
            return Long.parseLong(header("ce_sequence"));
        }
    }

    /** Puts a record onto a topic. */
    void write(String topic, String key, Map<String, String> headers, String payload) {
        List<String> command = new ArrayList<>(List.of("kcat", "-P", "-b", bootstrap, "-t", topic, "-k", key));
        headers.forEach((name, value) -> command.addAll(List.of("-H", name + "=" + value)));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var input = process.outputWriter()) {
                input.write(payload);
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("kcat failed on " + topic);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything on a topic, from its beginning to where it ends now, in the order of each partition. */
    List<Event> read(String topic) {
        try {
            Process process = new ProcessBuilder(
                            "kcat", "-C", "-b", bootstrap, "-t", topic, "-o", "beginning", "-e", "-q", "-J")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("kcat failed on " + topic);
            }
            return output.lines()
                    .map(line -> event(JsonMapper.shared().readTree(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The four public topics. */
    List<Event> readAll() {
        List<Event> all = new ArrayList<>();
        List.of("question-events", "session-events", "scoring-events", "identity-events")
                .forEach(topic -> all.addAll(read(topic)));
        return all;
    }

    private static Event event(JsonNode line) {
        Map<String, String> headers = new HashMap<>();
        JsonNode list = line.path("headers");
        for (int i = 0; i + 1 < list.size(); i += 2) {
            headers.put(list.get(i).asString(), list.get(i + 1).asString());
        }
        return new Event(
                line.path("topic").asString(),
                line.path("partition").asInt(),
                line.path("offset").asLong(),
                line.path("key").asString(),
                headers,
                line.path("payload").asString());
    }
}
