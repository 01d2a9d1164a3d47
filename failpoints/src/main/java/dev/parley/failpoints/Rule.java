package dev.parley.failpoints;

/**
 * What to do at the beginning of a method: {@code ACTION;CLASS#METHOD;EVERY}, for example {@code
 * HALT;dev.parley.platform.outbox.OutboxRelay#forget;3}.
 *
 * @param every at each so manieth call; the calls between are left alone
 */
record Rule(Action action, String type, String method, int every) {

    enum Action {
        /** Ends the JVM at once: no shutdown hook, no flush, as kill -9 does. */
        HALT,
        /** Returns nothing, null or zero instead of doing anything. */
        SKIP,
        /** Returns true without looking. */
        TRUE
    }

    static Rule parse(String text) {
        String[] parts = text.split(";", -1);
        String[] place = parts.length == 3 ? parts[1].split("#", -1) : new String[0];
        if (place.length != 2) {
            throw new IllegalArgumentException("expected ACTION;CLASS#METHOD;EVERY, not " + text);
        }
        return new Rule(Action.valueOf(parts[0]), place[0], place[1], Integer.parseInt(parts[2]));
    }

    /** As it is given to the woven call. */
    String text() {
        return action + ";" + type + "#" + method + ";" + every;
    }

    String internalName() {
        return type.replace('.', '/');
    }
}
