package dev.parley.analytics.feed;

import dev.parley.analytics.feed.FeedReader.Delivered;
import dev.parley.analytics.feed.FeedReader.Stretch;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tools.jackson.databind.util.RawValue;

/**
 * Some events.
 *
 * @param events each a CloudEvent in the JSON format
 * @param cursor behind them; there always is one
 */
record FeedPage(
        @ArraySchema(schema = @Schema(type = "object", description = "a CloudEvent in the JSON format"))
        List<RawValue> events,

        String cursor) {

    static FeedPage of(Stretch stretch, String cursor) {
        return new FeedPage(
                stretch.events().stream()
                        .map(Delivered::json)
                        .map(RawValue::new)
                        .toList(),
                cursor);
    }
}
