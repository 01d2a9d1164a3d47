package dev.parley.contracts.published;

import dev.parley.contracts.EventTypes;
import dev.parley.contracts.FormerEvent;

/** Whether a type is still written, and which one is instead. */
record Lifetime(boolean isFormer, String newest) {

    static Lifetime of(Class<?> type) {
        String name = EventTypes.nameOf(type);
        String stem = name.substring(0, name.lastIndexOf(".v") + 2);
        String newest = EventTypes.all().keySet().stream()
                .filter(today -> today.startsWith(stem))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no version of today"));
        return new Lifetime(FormerEvent.class.isAssignableFrom(type), newest);
    }

    /** Nothing for what is written today. */
    String sentence(String before) {
        return isFormer
                ? before + "No longer written, but what was written stays on the topic; today it is `" + newest + "`."
                : "";
    }
}
