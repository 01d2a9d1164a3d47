package dev.parley.testkit;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Sees what requests send to MongoDB: import it into a test of a whole service. */
@TestConfiguration(proxyBeanMethods = false)
public class DatabaseCommands {

    /** Remembers the commands of threads that serve a request and of the test itself; background work has others. */
    public static final class Recorder implements CommandListener {
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private volatile @Nullable Thread test;

        @Override
        public void commandStarted(CommandStartedEvent event) {
            Thread sender = Thread.currentThread();
            if (sender.equals(test) || sender.getName().startsWith("tomcat-handler")) {
                String name = event.getCommandName();
                seen.add(name + " " + event.getCommand().getString(name).getValue());
            }
        }

        /** What has been sent while the action ran. */
        public List<String> during(Runnable action) {
            test = Thread.currentThread();
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
