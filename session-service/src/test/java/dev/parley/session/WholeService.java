package dev.parley.session;

import dev.parley.testkit.ServiceIT;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One instance for all test classes: a second one would share its consumer groups and take events away. */
@ServiceIT
@Import(DatabaseCommands.class)
public abstract class WholeService {

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void peers(DynamicPropertyRegistry properties) {
        properties.add("PARLEY_SCORING_URI", () -> "http://127.0.0.1:9");
    }
}
