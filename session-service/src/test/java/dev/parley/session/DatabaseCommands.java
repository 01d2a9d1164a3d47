package dev.parley.session;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Sees every command that goes to MongoDB. */
@TestConfiguration(proxyBeanMethods = false)
public class DatabaseCommands {

    /** Remembers the commands on the collections named. */
    public static final class Recorder implements CommandListener {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            var target = event.getCommand().get(event.getCommandName());
            seen.add(event.getCommandName() + " "
                    + (target != null && target.isString() ? target.asString().getValue() : ""));
        }

        /** What an action sends, confined to reads so that background writes do not count. */
        public List<String> readsOf(String... collections) {
            List<String> wanted = List.of(collections);
            return seen.stream()
                    .filter(one -> wanted.contains(one.substring(one.indexOf(' ') + 1)) && one.startsWith("find"))
                    .toList();
        }

        public void clear() {
            seen.clear();
        }
    }

    @Bean
    Recorder commandRecorder() {
        return new Recorder();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer recording(Recorder recorder) {
        return settings -> settings.addCommandListener(recorder);
    }
}
