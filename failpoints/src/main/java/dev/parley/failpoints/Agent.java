package dev.parley.failpoints;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Arrays;

/** Attached to a running JVM with one {@link Rule} as its argument. */
public final class Agent {
    private Agent() {}

    /** Called by the JVM on attaching. */
    public static void agentmain(String argument, Instrumentation instrumentation) throws UnmodifiableClassException {
        Rule rule = Rule.parse(argument);
        instrumentation.addTransformer(new Weaver(rule), true);
        Class<?>[] loaded = Arrays.stream(instrumentation.getAllLoadedClasses())
                .filter(type -> type.getName().equals(rule.type()))
                .toArray(Class<?>[]::new);
        if (loaded.length > 0) {
            instrumentation.retransformClasses(loaded);
        }
    }
}
