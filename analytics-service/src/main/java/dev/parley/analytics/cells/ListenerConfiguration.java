package dev.parley.analytics.cells;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** How this service follows topics that are written in transactions. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

    private static final long POLL_MILLIS = 500;

    /** Commits past the marks that end transactions too: else a group that has read everything seems to lag. */
    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> transactionMarks() {
        return container -> {
            container.getContainerProperties().setFixTxOffsets(true);
            container.getContainerProperties().setRecordObservationsInBatch(true);
            container.getContainerProperties().setPollTimeout(POLL_MILLIS);
        };
    }
}
