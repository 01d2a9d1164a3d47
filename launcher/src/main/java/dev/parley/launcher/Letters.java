package dev.parley.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.launcher.client.Answer;
import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.client.ParleyClient.Call;
import dev.parley.launcher.process.LaunchException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dead letters of an installation, as its API gives them to an operator. */
final class Letters {
    static final List<String> SERVICES =
            List.of("question-service", "session-service", "scoring-service", "analytics-service", "gateway");

    private final ParleyClient operator;

    Letters(ParleyClient operator) {
        this.operator = operator;
    }

    /** Whose letter it is: the consumer's name begins with it. */
    static Optional<String> serviceOf(String id) {
        return SERVICES.stream().filter(service -> id.startsWith(service + ".")).findFirst();
    }

    /** Oldest first. */
    List<JsonNode> list(String service, Map<String, String> filter) {
        List<JsonNode> found = new ArrayList<>();
        var query = new StringBuilder("?limit=100");
        filter.forEach(
                (name, value) -> query.append('&').append(name).append('=').append(encoded(value)));
        var cursor = "";
        do {
            JsonNode page = answer(Call.get(path(service) + query + cursor)).body();
            page.path("items").forEach(found::addFirst);
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return found;
    }

    JsonNode show(String id) {
        return answer(Call.get(path(id, ""))).body();
    }

    /** What the service says about how far the subject was drained. */
    JsonNode act(String id, String how, JsonNode body) {
        return answer(Call.post(path(id, how), body)).body();
    }

    static JsonNode nothing() {
        return JsonMapper.shared().createObjectNode();
    }

    private Answer answer(Call call) {
        Answer answer = operator.sendUntilFinal(call);
        if (answer.status() >= 400) {
            var problem = answer.body();
            throw new LaunchException("%s (%d).%s"
                    .formatted(
                            problem.path("detail").asString(problem.toString()).replaceFirst("\\.$", ""),
                            answer.status(),
                            problem.has("errors") ? " " + problem.path("errors") : ""));
        }
        return answer;
    }

    private static String path(String service) {
        return "/api/v1/operator/" + service + "/dead-letters";
    }

    private static String path(String id, String how) {
        return path(serviceOf(id).orElseThrow()) + "/" + encoded(id) + (how.isEmpty() ? "" : "/" + how);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%3A", ":");
    }
}
