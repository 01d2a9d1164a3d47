package dev.parley.session.candidates;

import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where candidates are kept. */
@Configuration(proxyBeanMethods = false)
class Candidates {

    @Bean
    AggregateStore<Candidate> candidateStore(AggregateStores stores) {
        return stores.open(Candidate.TYPE);
    }
}
