package dev.parley.session.applications;

import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where positions and applications are kept. */
@Configuration(proxyBeanMethods = false)
class Applications {

    @Bean
    AggregateStore<Position> positions(AggregateStores stores) {
        return stores.open(Position.TYPE);
    }

    @Bean
    AggregateStore<Application> applicationStore(AggregateStores stores) {
        return stores.open(Application.TYPE);
    }
}
