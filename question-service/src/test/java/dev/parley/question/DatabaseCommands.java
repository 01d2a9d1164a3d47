package dev.parley.question;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Sees every command that goes to MongoDB. */
@TestConfiguration(proxyBeanMethods = false)
public class DatabaseCommands implements CommandListener {

    private static final List<String> READS = List.of("find", "aggregate", "getMore", "count");

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Bean
    MongoClientSettingsBuilderCustomizer recording() {
        return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (READS.contains(event.getCommandName())) {
            seen.add(event.getCommand().toJson());
        }
    }

    /** Reads for one organization while the action runs; what happens in the background for others does not count. */
    public List<String> readsFor(String organization, Runnable action) {
        seen.clear();
        action.run();
        return seen.stream().filter(command -> command.contains(organization)).toList();
    }
}
