package dev.parley.platform.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** An acknowledged write is on a majority's journal; a read sees only such writes. */
@Configuration(proxyBeanMethods = false)
public class MongoConfiguration {

    private static final int PATIENCE_SECONDS = 15;

    @Bean
    MongoClientSettingsBuilderCustomizer durability() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .retryWrites(true)
                .retryReads(true)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    MongoCustomConversions customConversions() {
        return new MongoCustomConversions(List.of(new IdentifierConverter()));
    }
}
