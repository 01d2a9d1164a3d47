package dev.parley.failpoints;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What woven methods call; public because they are in other packages. */
public final class Failpoint {
    private static final int AS_KILLED = 137;
    private static final Map<String, AtomicLong> CALLS = new ConcurrentHashMap<>();

    private Failpoint() {}

    /** Whether the method is to return without doing anything this time. */
    public static boolean reached(String rule) {
        Rule parsed = Rule.parse(rule);
        long call = CALLS.computeIfAbsent(rule, _ -> new AtomicLong()).incrementAndGet();
        if (call % parsed.every() != 0) {
            return false;
        }
        if (parsed.action() == Rule.Action.HALT) {
            Runtime.getRuntime().halt(AS_KILLED);
        }
        return true;
    }
}
