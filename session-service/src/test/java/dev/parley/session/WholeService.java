package dev.parley.session;

import dev.parley.testkit.DatabaseCommands;
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
        properties.add("PARLEY_SCORING_URI", () -> Peers.URI_OF_BOTH);
        properties.add("parley.history.gateway-uri", () -> Peers.URI_OF_BOTH);
        properties.add("parley.history.look-interval", () -> "100ms");
        properties.add("parley.history.lease", () -> "4s");
        properties.add("parley.history.patience", () -> "1s");
        properties.add("parley.history.answer-timeout", () -> "20s");
    }
}
