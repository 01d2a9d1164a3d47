package dev.parley.gateway.organizations;

import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where organizations and their users are kept. */
@Configuration(proxyBeanMethods = false)
class IdentityStores {

    @Bean
    AggregateStore<Organization> organizations(AggregateStores stores) {
        return stores.open(Organization.TYPE);
    }

    @Bean
    AggregateStore<User> users(AggregateStores stores) {
        return stores.open(User.TYPE);
    }
}
