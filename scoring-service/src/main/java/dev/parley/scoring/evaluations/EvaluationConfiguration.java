package dev.parley.scoring.evaluations;

import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where evaluations are kept. */
@Configuration(proxyBeanMethods = false)
class EvaluationConfiguration {

    @Bean
    AggregateStore<Evaluation> evaluations(AggregateStores stores) {
        return stores.open(Evaluation.TYPE);
    }
}
