package dev.parley.launcher.play;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SampleHistoryTests {
    private static final Instant NOW = Instant.parse("2026-03-04T13:37:00Z");
    private static final List<String> PEOPLE =
            IntStream.range(0, 8).mapToObj(i -> "interviewer-" + i).toList();

    /** A rating, and its distance from the mean of what the others of the panel gave for the same answer. */
    private record Residual(String interviewer, double distance) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-01T23:30:00Z", "2026-03-04T13:37:00Z", "2026-03-29T00:59:59Z", "2026-12-31T18:00:00Z"})
    void isSixtyInterviewsOverEightWeeksByEightPeopleWheneverItIsMade(String text) throws Exception {
        var now = Instant.parse(text);
        var interviews = interviews(now);
        assertThat(interviews).hasSizeGreaterThanOrEqualTo(60);
        assertThat(interviews.stream().map(row -> week(time(row, "scheduledFor"))))
                .containsAll(lastEightWeeks(now));
        assertThat(interviews.stream().flatMap(SampleHistoryTests::raters)).containsOnlyElementsOf(PEOPLE);
        assertThat(interviews.stream().flatMap(SampleHistoryTests::raters).distinct())
                .hasSameSizeAs(PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6, 9, 12, 15, 18, 21})
    void neverReachesIntoTheFuture(int hour) throws Exception {
        var now = NOW.truncatedTo(ChronoUnit.DAYS).plus(hour, ChronoUnit.HOURS);
        for (var row : interviews(now)) {
            assertThat(times(row)).as(row.path("externalId").asString()).allMatch(time -> time.isBefore(now));
        }
    }

    @Test
    void connectsAllInterviewersThroughCandidatesOverAllKitsAndWithinEach() throws Exception {
        var interviews = interviews(NOW);
        var perKit =
                interviews.stream().collect(groupingBy(row -> row.path("kitId").asString()));
        assertThat(perKit).hasSize(2);
        assertConnected(interviews);
        perKit.values().forEach(SampleHistoryTests::assertConnected);
    }

    @Test
    void showsTheSeverityThatWasPutIn() throws Exception {
        var shown = residuals(interviews(NOW))
                .collect(groupingBy(Residual::interviewer, averagingDouble(Residual::distance)));
        var inOrder = PEOPLE.stream().map(shown::get).toList();

        assertThat(SampleHistory.SEVERITY).hasSameSizeAs(PEOPLE).isSorted();
        assertThat(inOrder.getFirst() - inOrder.getLast())
                .as("the most lenient above the most severe, in points: %s", inOrder)
                .isBetween(0.8, 1.6);
        assertThat(rankCorrelation(SampleHistory.SEVERITY, inOrder)).isLessThan(-0.9);
    }

    private static List<JsonNode> interviews(Instant now) throws IOException {
        var request = new SampleHistory(PEOPLE, "decider", plans(), now).request();
        return request.path("interviews").valueStream().toList();
    }

    /** The shipped packs' kits as question-service publishes them, with keys for ids. */
    private static List<JsonNode> plans() throws IOException {
        List<JsonNode> plans = new ArrayList<>();
        try (var packs = Files.newDirectoryStream(Path.of("..", "packs"), "*.pack.json")) {
            for (Path file : packs) {
                var pack = JsonMapper.shared().readTree(Files.readString(file));
                Map<String, JsonNode> questions = pack.path("questions")
                        .valueStream()
                        .collect(toMap(question -> question.path("key").asString(), Function.identity()));
                pack.path("kits").forEach(kit -> plans.add(plan(kit, questions)));
            }
        }
        return plans;
    }

    private static JsonNode plan(JsonNode kit, Map<String, JsonNode> questions) {
        var plan = JsonMapper.shared()
                .createObjectNode()
                .put("kitId", kit.path("key").asString())
                .put("version", 1)
                .put("minutes", kit.path("minutes").asInt());
        var sections = plan.putArray("sections");
        for (JsonNode section : kit.path("sections")) {
            var items = sections.addObject().putArray("items");
            for (JsonNode item : section.path("items")) {
                var key = item.path("question").asString();
                items.add(item(key, requireNonNull(questions.get(key), key)));
            }
        }
        return plan;
    }

    private static ObjectNode item(String key, JsonNode question) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("itemId", key)
                .put("title", question.path("title").asString());
    }

    private static Stream<String> raters(JsonNode row) {
        return row.path("scorecards")
                .valueStream()
                .map(card -> card.path("interviewerId").asString());
    }

    private static Instant time(JsonNode row, String field) {
        return Instant.parse(row.path(field).asString());
    }

    private static Stream<Instant> times(JsonNode row) {
        return Stream.of(
                        Stream.of("appliedAt", "scheduledAt", "scheduledFor", "startedAt", "completedAt")
                                .map(field -> row.path(field)),
                        row.path("scorecards").valueStream().map(card -> card.path("submittedAt")),
                        Stream.of(
                                row.path("decision").path("decidedAt"),
                                row.path("application").path("closedAt")))
                .flatMap(Function.identity())
                .filter(JsonNode::isString)
                .map(text -> Instant.parse(text.asString()));
    }

    private static String week(Instant time) {
        var day = time.atZone(ZoneId.of("Europe/Berlin"));
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** Before the one that has begun. */
    private static List<String> lastEightWeeks(Instant now) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(back -> week(now.minus(7L * back, ChronoUnit.DAYS)))
                .toList();
    }

    private static void assertConnected(List<JsonNode> interviews) {
        Set<String> reached = new HashSet<>(raters(interviews.getFirst()).toList());
        boolean grew = true;
        while (grew) {
            grew = interviews.stream()
                    .map(row -> raters(row).toList())
                    .filter(panel -> panel.stream().anyMatch(reached::contains))
                    .map(reached::addAll)
                    .reduce(false, Boolean::logicalOr);
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(PEOPLE);
        assertThat(interviews).allMatch(row -> raters(row).anyMatch(reached::contains));
    }

    private static Stream<Residual> residuals(List<JsonNode> interviews) {
        return interviews.stream().flatMap(row -> {
            var cards = row.path("scorecards").valueStream().toList();
            return cards.stream()
                    .flatMap(card -> card.path("ratings")
                            .valueStream()
                            .map(rating -> new Residual(
                                    card.path("interviewerId").asString(),
                                    rating.path("rating").asInt() - meanOfOthers(cards, card, rating.path("itemId")))));
        });
    }

    private static double meanOfOthers(List<JsonNode> cards, JsonNode own, JsonNode item) {
        return cards.stream()
                .filter(card -> card != own)
                .flatMap(card -> card.path("ratings").valueStream())
                .filter(rating -> rating.path("itemId").equals(item))
                .mapToInt(rating -> rating.path("rating").asInt())
                .average()
                .orElseThrow();
    }

    /** Spearman's, for values without ties. */
    private static double rankCorrelation(List<Double> one, List<Double> other) {
        int n = one.size();
        double squares = IntStream.range(0, n)
                .mapToDouble(i -> Math.pow(rank(one, i) - rank(other, i), 2))
                .sum();
        return 1 - 6 * squares / (n * (n * n - 1.0));
    }

    private static long rank(List<Double> values, int index) {
        return values.stream().filter(value -> value < values.get(index)).count();
    }
}
