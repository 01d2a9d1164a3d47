package dev.parley.scoring.evaluations;

import dev.parley.contracts.EvaluationEvent.ItemRating;
import dev.parley.contracts.id.ItemId;
import dev.parley.scoring.seals.CardContent;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How far apart the panel is on each item: highest minus lowest rating, where at least two rated it. */
record Spreads(Map<ItemId, Integer> byItem) {

    /** In the order of the cards' ratings, which is that of the plan. */
    static Spreads of(List<CardContent> cards) {
        Map<ItemId, IntSummaryStatistics> ratings = cards.stream()
                .flatMap(card -> card.ratings().stream())
                .filter(rating -> rating.value().isPresent())
                .collect(Collectors.groupingBy(
                        ItemRating::itemId,
                        LinkedHashMap::new,
                        Collectors.summarizingInt(rating -> rating.value().getAsInt())));
        Map<ItemId, Integer> spreads = new LinkedHashMap<>();
        ratings.forEach((item, rated) -> {
            if (rated.getCount() > 1) {
                spreads.put(item, rated.getMax() - rated.getMin());
            }
        });
        return new Spreads(spreads);
    }

    /** The items the panel does not agree on, what it disagrees on most first; ties in the order of the plan. */
    List<ItemId> disagreements() {
        return byItem.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
