package dev.parley.scoring.scorecards;

import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where cards are kept while they are written. */
@Configuration(proxyBeanMethods = false)
class ScorecardConfiguration {

    @Bean
    AggregateStore<Scorecard> scorecards(AggregateStores stores) {
        return stores.open(Scorecard.TYPE);
    }
}
