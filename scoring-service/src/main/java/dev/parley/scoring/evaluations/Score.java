package dev.parley.scoring.evaluations;

import dev.parley.contracts.EvaluationEvent.ItemRating;
import dev.parley.contracts.Plan;
import dev.parley.contracts.id.ItemId;
import dev.parley.scoring.seals.CardContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The raw weighted score: over all pairs of a card and an item it rates, the sum of weight × rating divided by the sum
 * of the weights. An item a card does not rate counts in neither sum, so a missing rating pulls nowhere.
 *
 * @param milli in thousandths of a rating point, 1000 to 5000, rounded half up; null when nothing is rated
 * @param ratings how many pairs it rests on
 */
record Score(@Nullable Integer milli, int ratings) {

    static Score of(Plan plan, List<CardContent> cards) {
        Map<ItemId, Integer> weights = plan.items().collect(Collectors.toMap(Plan.Item::itemId, Plan.Item::weight));
        long sum = 0;
        long weight = 0;
        int count = 0;
        for (ItemRating rating :
                cards.stream().flatMap(card -> card.ratings().stream()).toList()) {
            if (rating.value().isPresent()) {
                long share = weights.getOrDefault(rating.itemId(), 0);
                sum += share * rating.value().getAsInt();
                weight += share;
                count++;
            }
        }
        return new Score(count == 0 ? null : halfUp(sum * 1000, weight), count);
    }

    private static int halfUp(long dividend, long divisor) {
        return Math.toIntExact(Math.floorDiv(2 * dividend + divisor, 2 * divisor));
    }
}
