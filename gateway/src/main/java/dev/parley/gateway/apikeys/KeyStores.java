package dev.parley.gateway.apikeys;

import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where API keys are kept. */
@Configuration(proxyBeanMethods = false)
class KeyStores {

    @Bean
    AggregateStore<ApiKey> apiKeyStore(AggregateStores stores) {
        return stores.open(ApiKey.TYPE);
    }
}
