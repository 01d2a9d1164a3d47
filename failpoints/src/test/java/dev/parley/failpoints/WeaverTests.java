package dev.parley.failpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Woven copies of a small class; ending a JVM is left to the runs of the harness. */
class WeaverTests {
    /** Woven in a class loader of its own. */
    public static final class Target {
        public static boolean isNext(boolean truth) {
            return truth;
        }

        public static String name() {
            return "name";
        }

        public static void count(AtomicInteger calls) {
            calls.incrementAndGet();
        }
    }

    @Test
    void aMethodSaysTrueWithoutLooking() throws Exception {
        assertThat(woven("TRUE", "isNext", 1).getMethod("isNext", boolean.class).invoke(null, false))
                .isEqualTo(true);
    }

    @Test
    void aMethodGivesNullInsteadOfItsResult() throws Exception {
        assertThat(woven("SKIP", "name", 1).getMethod("name").invoke(null)).isNull();
    }

    @Test
    void onlyEachSoManiethCallIsSkipped() throws Exception {
        var calls = new AtomicInteger();
        var count = woven("SKIP", "count", 3).getMethod("count", AtomicInteger.class);
        for (int i = 0; i < 9; i++) {
            count.invoke(null, calls);
        }
        assertThat(calls).hasValue(6);
    }

    @Test
    void otherMethodsAreLeftAlone() throws Exception {
        assertThat(woven("SKIP", "count", 1).getMethod("name").invoke(null)).isEqualTo("name");
    }

    @Test
    void aRuleIsReadAsItIsWritten() {
        Rule rule = Rule.parse("HALT;dev.parley.Relay#forget;3");
        assertThat(rule).isEqualTo(new Rule(Rule.Action.HALT, "dev.parley.Relay", "forget", 3));
        assertThat(Rule.parse(rule.text())).isEqualTo(rule);
        assertThatIllegalArgumentException().isThrownBy(() -> Rule.parse("HALT;dev.parley.Relay"));
    }

    private static Class<?> woven(String action, String method, int every) throws IOException {
        String name = Target.class.getName();
        var rule = Rule.parse(action + ";" + name + "#" + method + ";" + every);
        try (var in = Target.class.getResourceAsStream("WeaverTests$Target.class")) {
            byte[] bytes = Objects.requireNonNull(new Weaver(rule)
                    .transform(Target.class.getClassLoader(), name.replace('.', '/'), null, null, in.readAllBytes()));
            return new ClassLoader(Target.class.getClassLoader()) {
                Class<?> define() {
                    return defineClass(name, bytes, 0, bytes.length);
                }
            }.define();
        }
    }
}
