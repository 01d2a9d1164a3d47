package dev.parley.launcher.play;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is said and rated in a played interview; all of it follows from the seed.
 *
 * @param positionId empty to open a new one
 */
public record Script(
        int seed,
        String kitId,
        String positionId,
        String positionTitle,
        String name,
        String email,
        String scheduledFor,
        String decision) {
    private static final String[] RECOMMENDATIONS = {"YES", "STRONG_YES", "NO", "YES"};

    ObjectNode candidate() {
        return JsonMapper.shared().createObjectNode().put("name", name).put("email", email);
    }

    ObjectNode position() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("title", positionTitle)
                .put("timeZone", "Europe/Berlin");
    }

    /** 2 to 5. */
    int rating(int rater, int item) {
        return 2 + Math.floorMod(seed * 7 + rater * 3 + item * 5 + (rater * item) % 3, 4);
    }

    String evidence(int rater, int item) {
        return "Note %d of interviewer %d.".formatted(item + 1, rater + 1);
    }

    String recommendation(int rater) {
        return RECOMMENDATIONS[Math.floorMod(seed + rater, RECOMMENDATIONS.length)];
    }

    /** The raw weighted score in thousandths, reckoned apart from the platform: half up. */
    int expectedMilli(JsonNode items, int raters) {
        long weighted = 0;
        long weights = 0;
        for (int rater = 0; rater < raters; rater++) {
            int index = 0;
            for (JsonNode item : items) {
                int weight = item.path("weight").asInt();
                weighted += (long) weight * rating(rater, index++);
                weights += weight;
            }
        }
        return (int) ((weighted * 2000 + weights) / (2 * weights));
    }
}
