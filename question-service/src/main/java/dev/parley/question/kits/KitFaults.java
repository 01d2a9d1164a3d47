package dev.parley.question.kits;

import dev.parley.contracts.id.QuestionId;
import dev.parley.platform.error.FieldError;
import dev.parley.question.catalog.QuestionRevision;
import dev.parley.question.catalog.QuestionService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Finds what is wrong with a kit, each fault by its place. */
final class KitFaults {

    private KitFaults() {}

    /** Faults whatever the questions say. */
    static List<FieldError> of(KitContent kit) {
        List<FieldError> faults = new ArrayList<>();
        Map<QuestionId, String> places = new HashMap<>();
        forEachItem(kit, (pointer, item) -> {
            String first = places.putIfAbsent(item.questionId(), pointer);
            if (first != null) {
                faults.add(new FieldError(pointer + "/questionId", "the same question stands at " + first));
            }
        });
        int planned = kit.sections().stream()
                .flatMap(section -> section.items().stream())
                .mapToInt(KitContent.Item::minutes)
                .sum();
        if (planned > kit.minutes()) {
            faults.add(new FieldError("/minutes", "the items take " + planned + " minutes together"));
        }
        if (places.size() > QuestionService.AT_ONCE) {
            faults.add(new FieldError("/sections", "at most " + QuestionService.AT_ONCE + " items in a kit"));
        }
        return faults;
    }

    /** Items whose question has no revision that a kit may use. */
    static List<FieldError> unpublished(KitContent kit, Map<QuestionId, QuestionRevision> published) {
        List<FieldError> faults = new ArrayList<>();
        forEachItem(kit, (pointer, item) -> {
            if (!published.containsKey(item.questionId())) {
                faults.add(new FieldError(pointer + "/questionId", "there is no such published question"));
            }
        });
        return faults;
    }

    private static void forEachItem(KitContent kit, BiConsumer<String, KitContent.Item> visitor) {
        for (int section = 0; section < kit.sections().size(); section++) {
            List<KitContent.Item> items = kit.sections().get(section).items();
            for (int item = 0; item < items.size(); item++) {
                visitor.accept("/sections/" + section + "/items/" + item, items.get(item));
            }
        }
    }
}
