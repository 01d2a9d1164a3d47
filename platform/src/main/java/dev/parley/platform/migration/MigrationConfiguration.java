package dev.parley.platform.migration;

import dev.parley.platform.migration.MigrationProperties.Mode;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Migrates before the instance becomes ready, or instead of serving. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MigrationProperties.class)
public class MigrationConfiguration {

    @Bean
    Migrator migrator(
            MongoTemplate mongo, ObjectProvider<Migration> migrations, MigrationProperties properties, Clock clock) {
        return new Migrator(mongo, migrations.stream().toList(), properties, clock);
    }

    /** Runners end before readiness is announced; one that fails ends the process. */
    @Bean
    ApplicationRunner migrationRunner(Migrator migrator, MigrationProperties properties, ApplicationContext context) {
        return _ -> {
            if (properties.mode() != Mode.NEVER) {
                migrator.apply();
            }
            migrator.requireWhatIsReliedUpon();
            if (properties.mode() == Mode.ONLY) {
                System.exit(SpringApplication.exit(context, () -> 0));
            }
        };
    }
}
