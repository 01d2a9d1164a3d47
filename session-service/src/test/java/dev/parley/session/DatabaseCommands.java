package dev.parley.session;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Sees what requests send to MongoDB. */
@TestConfiguration(proxyBeanMethods = false)
public class DatabaseCommands {

    /** Remembers the commands sent by threads that serve a request; background work has others. */
    public static final class Recorder implements CommandListener {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (Thread.currentThread().getName().startsWith("tomcat-handler")) {
                String name = event.getCommandName();
                seen.add(name + " " + event.getCommand().getString(name).getValue());
            }
        }

        /** What has been sent while the action ran. */
        public List<String> during(Runnable action) {
            seen.clear();
            action.run();
            return List.copyOf(seen);
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
