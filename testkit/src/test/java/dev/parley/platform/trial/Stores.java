package dev.parley.platform.trial;

import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Stores {

    @Bean
    AggregateStore<Opening> openings(AggregateStores stores) {
        return stores.open(Opening.TYPE);
    }

    @Bean
    AggregateStore<Follower> followers(AggregateStores stores) {
        return stores.open(Follower.TYPE);
    }
}
